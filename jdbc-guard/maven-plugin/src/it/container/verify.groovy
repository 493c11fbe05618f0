String log = new File(basedir, 'build.log').text
assert log.contains('Container postgres:15 started')
assert new File(basedir, 'src/main/resources/META-INF/schema-guard/schema.json').text.contains('"orders_of_')
// Testcontainers ends its containers with the JVM, too, and finds its classes then.
assert !log.contains('NoClassDefFoundError')
