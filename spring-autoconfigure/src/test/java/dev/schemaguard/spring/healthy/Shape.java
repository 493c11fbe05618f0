package dev.schemaguard.spring.healthy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** Three ways to lay classes on tables. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
public abstract class Shape {

    @Id
    @GeneratedValue
    Long id;

    String colour;

    @Entity
    public static class Circle extends Shape {

        double radius;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public abstract static class Vehicle {

        @Id
        @GeneratedValue
        Long id;

        String plate;
    }

    @Entity
    public static class Lorry extends Vehicle {

        int axles;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Payment {

        @Id
        @GeneratedValue
        Long id;

        long cents;
    }

    @Entity
    public static class Transfer extends Payment {

        String iban;
    }
}
