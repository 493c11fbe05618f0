package com.acme.library.schemas;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SchemasApplication {}
