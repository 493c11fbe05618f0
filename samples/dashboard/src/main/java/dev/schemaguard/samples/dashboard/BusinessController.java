package dev.schemaguard.samples.dashboard;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the pages ask for. Nothing here catches anything: what cannot be answered is answered by {@link Problems}. */
@RestController
class BusinessController {

    private final Businesses businesses;

    BusinessController(Businesses businesses) {
        this.businesses = businesses;
    }

    @GetMapping("/api/businesses")
    List<Business> list(@CookieValue(defaultValue = "ana") String owner) {
        return businesses.of(owner);
    }

    @GetMapping("/api/businesses/{id}")
    BusinessPage show(@PathVariable long id, @CookieValue(defaultValue = "ana") String owner) {
        Business business = businesses
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such business"));
        if (!business.owner().equals(owner)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "another owner's business");
        }
        return businesses.page(business);
    }
}
