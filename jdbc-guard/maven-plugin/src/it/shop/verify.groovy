// What the builds of invoker.properties left, and said.
String[] runs = new File(basedir, 'build.log').text.split(/Scanning for projects\.\.\./)
assert runs.length == 16
String run(String[] all, int number) { all[number] }

String snapshot = new File(basedir, 'orders/src/main/resources/META-INF/schema-guard/schema.json').text
assert snapshot.contains('"quality"') && !snapshot.contains('paid_at')
assert !new File(basedir, 'labels/src/main/resources/META-INF').exists()
assert run(runs, 1).contains('wrote 1 table to ') && run(runs, 1).contains('nothing to do in this module')
assert run(runs, 2).contains('the snapshot is up to date: 1 table')
assert run(runs, 3).contains('is not what the migrations make') && run(runs, 3).contains('paid_at')

assert run(runs, 4).contains('MojoFailureException') && run(runs, 4).contains('BREAKING  missing-column  orders.quality')
assert new File(basedir, 'orders/target/schema-guard/fix.sql').text.contains('ADD COLUMN')
assert new File(basedir, 'orders/target/report.json').text.contains('"missing-column:orders.quality"')
assert run(runs, 6).contains('Schema Guard: conforms')
assert run(runs, 7).contains('UNVERIFIED') && run(runs, 7).contains('MojoExecutionException')
assert run(runs, 8).contains('skipped, as schema-guard.skip says')

assert run(runs, 9).contains('so it is not written')
assert new File(basedir, 'orders/target/procedural.json').text.contains('"orders_of_')
assert run(runs, 10).contains('wrote 2 tables to ')
assert run(runs, 12).contains('orders.delivered_at') && run(runs, 12).contains('release-4.sql')
assert run(runs, 13).contains('Schema Guard: conforms')
assert run(runs, 14).contains("'src/it/typo' is not there")
assert run(runs, 15).contains('nothing to do in this module')

assert !new File(basedir, 'build.log').text.contains('opensesame')
