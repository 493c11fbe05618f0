package dev.schemaguard.spring.desk;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Serves its notes by each way there is to a database. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({Desk.class, OwnDesk.class, OwnDesk.Advice.class})
public class DeskApplication {}
