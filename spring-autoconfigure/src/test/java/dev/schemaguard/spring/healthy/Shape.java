package dev.schemaguard.spring.healthy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** Three ways to lay classes on tables; named, for what stands between a class and its outer one not every database takes unquoted. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
public abstract class Shape {

    @Id
    @GeneratedValue
    Long id;

    String colour;

    @Entity(name = "Circle")
    public static class Circle extends Shape {

        double radius;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    public abstract static class Vehicle {

        @Id
        @GeneratedValue
        Long id;

        String plate;
    }

    @Entity(name = "Lorry")
    public static class Lorry extends Vehicle {

        int axles;
    }

    @Entity(name = "Payment")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Payment {

        @Id
        @GeneratedValue
        Long id;

        long cents;
    }

    @Entity(name = "Transfer")
    public static class Transfer extends Payment {

        String iban;
    }
}
