package dev.schemaguard.samples.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** A headless Chromium, where this machine has one; both programs are named, so that nothing is looked for on the network. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

    /** Longer than the longest pause between two looks of the guard. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Opens it; skips the test where there is none, unless {@code browser.required} says that there has to be one. */
    static Browser open() throws IOException {
        boolean isHere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!isHere && !Boolean.getBoolean("browser.required")) {
            Assumptions.abort("no browser here: neither " + CHROMIUM + " with " + DRIVER
                    + "; name others with -Dchromium=... -Dchromedriver=...");
        }
        Path profile = Files.createTempDirectory("chromium");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(900, 760));
        return new Browser(profile, driver);
    }

    void visit(String address) {
        driver.get(address);
    }

    /** Waits until the page is headed by these words, and gives all that it says. */
    String awaitHeading(String words) {
        until(ExpectedConditions.textToBe(By.tagName("h1"), words));
        return says();
    }

    String says() {
        return driver.findElement(By.tagName("main")).getText();
    }

    String read(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    void awaitText(String id, String words) {
        until(ExpectedConditions.textToBePresentInElementLocated(By.id(id), words));
    }

    void press(String id) {
        By button = By.id(id);
        until(ExpectedConditions.elementToBeClickable(button)).click();
    }

    void pressInPage(String words) {
        driver.findElement(By.xpath("//main//button[text()='" + words + "']")).click();
    }

    void follow(String words) {
        driver.findElement(By.linkText(words)).click();
    }

    void signInAs(String name) {
        new Select(driver.findElement(By.id("owner"))).selectByVisibleText(name);
    }

    /** A mark that a reload of the page would wipe out. */
    void mark() {
        driver.executeScript("window.marked = true");
    }

    boolean isMarked() {
        return Boolean.TRUE.equals(driver.executeScript("return window.marked === true"));
    }

    /** All that the page loaded from elsewhere than itself. */
    Object strangers() {
        return driver.executeScript("return performance.getEntriesByType('resource').map(one => one.name)"
                + ".filter(name => !name.startsWith(location.origin))");
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void picture(Path file, int width, int height) throws IOException {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    private <T> T until(Function<? super WebDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100)).until(condition);
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile);
    }
}
