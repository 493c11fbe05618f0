package dev.schemaguard.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://db.acme.com:5432/app?user=me&password=hush | jdbc:postgresql://db.acme.com:5432/app
                    jdbc:postgresql://me:hush@db/app                             | jdbc:postgresql://db/app
                    jdbc:postgresql://me:hu@sh@db/app                            | jdbc:postgresql://db/app
                    jdbc:postgresql://me:hush?1@db/app                           | jdbc:postgresql:***
                    jdbc:postgresql://me:hush                                    | jdbc:postgresql://***
                    jdbc:postgresql://db/app?options=-c%20x&user=a@hush          | jdbc:postgresql://db/app
                    jdbc:postgresql://h1:5432,h2:5433/app?user=me                | jdbc:postgresql://h1:5432,h2:5433/app
                    jdbc:postgresql://[::1]:5432/app                             | jdbc:postgresql://[::1]:5432/app
                    jdbc:postgresql:app                                          | jdbc:postgresql:app
                    jdbc:postgresql:///app                                       | jdbc:postgresql:///app
                    jdbc:mysql://me:hush@db:3306/app                             | jdbc:mysql://db:3306/app
                    jdbc:mysql://me:hu/sh@db:3306/app                            | jdbc:mysql://db:3306/app
                    jdbc:mysql://me:12,hush@h1:3306,you:hush@h2:3306/app         | jdbc:mysql://h2:3306/app
                    jdbc:mysql://address=(host=db)(port=3306)(user=me)(password=hush)/app | jdbc:mysql://db:3306
                    jdbc:mysql://(host=h1,port=1,user=me,password=hush),(host=h2,port=2)/app | jdbc:mysql://h1:1,h2:2
                    jdbc:mysql://me:hu(sh@db/app                                 | jdbc:mysql:***
                    jdbc:mariadb://db/app?password=hush                          | jdbc:mariadb://db/app
                    jdbc:h2:mem:app;USER=sa;PASSWORD=hush                        | jdbc:h2:mem:app
                    jdbc:h2:file:~/app;CIPHER=AES;PASSWORD=hush                  | jdbc:h2:file:~/app
                    jdbc:h2:tcp://localhost:9092/~/app;PASSWORD=hush             | jdbc:h2:tcp://localhost:9092/~/app
                    jdbc:oracle:thin:me/hush@db.acme.com:1521:ORCL               | jdbc:oracle:thin:@db.acme.com:1521:ORCL
                    jdbc:oracle:thin:me/hush@//db:1521/service                   | jdbc:oracle:thin:@//db:1521/service
                    jdbc:oracle:thin:@//db:1521/service                          | jdbc:oracle:thin:@//db:1521/service
                    jdbc:oracle:thin:me/"hu@sh"@//db:1521/service                | jdbc:oracle:thin:@//db:1521/service
                    jdbc:oracle:thin:me/hush@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=s))) | jdbc:oracle:thin://db:1521/s
                    jdbc:sqlserver://db:1433;databaseName=app;user=me;password=hush;encrypt=true | jdbc:sqlserver://db:1433;databaseName=app
                    jdbc:sqlserver://db\\inst;user=me;password={hu;sh}           | jdbc:sqlserver://db\\inst
                    jdbc:jtds:sqlserver://db/app;password=hush                   | jdbc:jtds:sqlserver://db/app
                    jdbc:db2://db:50000/app:user=me;password=hush;               | jdbc:db2://db:50000/app
                    jdbc:teradata://db/USER=me,PASSWORD=hush                     | jdbc:teradata://db
                    jdbc:sqlite:/tmp/app.db                                      | jdbc:sqlite:/tmp/app.db
                    jdbc:postgresql://db:5432?x=hush@h/app                       | jdbc:postgresql:***
                    jdbc:postgresql://db/app password=hush                       | jdbc:postgresql://db/app***
                    jdbc:postgresql://db/app%20password%3Dhush                   | jdbc:postgresql://db/app***
                    jdbc:postgresql:me:hush                                      | jdbc:postgresql:***
                    jdbc:oracle:thin:me/hush                                     | jdbc:oracle:thin:***
                    jdbc:mysql://me:hu(host=hush)sh@db/app                       | jdbc:mysql:***
                    jdbc:sqlserver://db;password={a;database=hush;b}             | jdbc:sqlserver://db
                    postgres://me:hush@db/app                                    | postgres://db/app
                    me:hush@db/app                                               | ***
                    """)
    void showsWhereWithoutSecrets(String url, String shown) {
        assertThat(JdbcUrl.withoutSecrets(url)).isEqualTo(shown).doesNotContain("hush", "hu@", "hu(");
    }
}
