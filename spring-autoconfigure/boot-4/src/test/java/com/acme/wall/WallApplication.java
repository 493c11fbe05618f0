package com.acme.wall;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class WallApplication {}
