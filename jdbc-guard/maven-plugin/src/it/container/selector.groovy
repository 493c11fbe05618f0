// Left out where there is no Docker.
try {
    return 'docker info'.execute().waitFor() == 0
} catch (IOException e) {
    return false
}
