package dev.schemaguard.samples.dashboard.story;

import dev.schemaguard.samples.dashboard.Business;
import dev.schemaguard.samples.dashboard.BusinessPage;
import dev.schemaguard.samples.dashboard.Businesses;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same question, answered as it was on the day of the story: a catch block makes a 500 of everything, and the old page
 * makes "Business not found" of every answer that is not 200. Kept to be looked at, not to be copied.
 */
@RestController
class AsItWasController {

    private static final Logger LOG = LoggerFactory.getLogger(AsItWasController.class);

    private final Businesses businesses;

    AsItWasController(Businesses businesses) {
        this.businesses = businesses;
    }

    @GetMapping("/as-it-was/businesses/{id}")
    ResponseEntity<?> show(@PathVariable long id, @CookieValue(defaultValue = "ana") String owner) {
        try {
            Business business = businesses.find(id).orElseThrow();
            if (!business.owner().equals(owner)) {
                return ResponseEntity.status(403).body(Map.of("error", "forbidden"));
            }
            BusinessPage page = businesses.page(business);
            return ResponseEntity.ok(page);
        } catch (Exception e) {
            LOG.error("as it was: error loading business: {}", e.toString());
            return ResponseEntity.status(500).body(Map.of("error", "Failed to load business"));
        }
    }
}
