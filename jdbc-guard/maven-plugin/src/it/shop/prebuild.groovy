// The server is started beside these builds; none of them begins before it answers.
File ready = new File(basedir, '../../it-server.ready')
long deadline = System.nanoTime() + 120_000_000_000L
while (!ready.exists()) {
    assert System.nanoTime() < deadline : 'the server of the builds did not start'
    Thread.sleep(100)
}
