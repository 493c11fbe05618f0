-- CreateTable
CREATE TABLE "user_table" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" TEXT NOT NULL DEFAULT 'closed now',
    "Mixed Case 1" INTEGER NOT NULL DEFAULT 7,
    "f2" TEXT DEFAULT 'OPEN',
    "f3" TEXT NOT NULL,
    "f4" TEXT DEFAULT 'closed now',
    "f5" TEXT NOT NULL,
    "f6" BLOB DEFAULT '010203',
    "f7" TEXT NOT NULL,
    "r2Id" INTEGER NOT NULL,
    CONSTRAINT "user_table_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL DEFAULT 'OPEN',
    "f1" DATETIME NOT NULL,
    "f2" DATETIME DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f3" BOOLEAN,
    "f4" DECIMAL,
    "f5" DATETIME
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "select_0" DECIMAL DEFAULT 1.25,
    "f1" REAL NOT NULL DEFAULT 1.5,
    "f2" DATETIME DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f3" INTEGER NOT NULL DEFAULT 7,
    "f4" TEXT,
    "f5" TEXT NOT NULL DEFAULT '',
    "r1Id" BIGINT,
    "r3Id" TEXT,
    CONSTRAINT "Tag_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Tag" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Tag_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "user_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" BLOB NOT NULL DEFAULT '010203',
    "Mixed Case 1" BIGINT NOT NULL,
    "f2" REAL,
    "f3" INTEGER NOT NULL DEFAULT 7,
    "f4" TEXT NOT NULL,
    "f5" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f6" BLOB NOT NULL DEFAULT '010203',
    "r0Id" INTEGER,
    CONSTRAINT "audit_log_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "audit_log" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_both ways" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_both ways_A_fkey" FOREIGN KEY ("A") REFERENCES "user_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_both ways_B_fkey" FOREIGN KEY ("B") REFERENCES "audit_log" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Post_f0_key" ON "Post"("f0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f2_key" ON "Post"("f2");

-- CreateIndex
CREATE INDEX "Post_f0_f1_idx" ON "Post"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f1_f0_key" ON "Post"("f1", "f0");

-- CreateIndex
CREATE INDEX "Tag_select_0_f1_idx" ON "Tag"("select_0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "Tag"("f1", "select_0");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f3_key" ON "audit_log"("f3");

-- CreateIndex
CREATE UNIQUE INDEX "_both ways_AB_unique" ON "_both ways"("A", "B");

-- CreateIndex
CREATE INDEX "_both ways_B_index" ON "_both ways"("B");

