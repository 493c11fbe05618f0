package com.acme.older;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class JooqApplication {}
