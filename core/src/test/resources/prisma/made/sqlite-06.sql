-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "select_1" TEXT NOT NULL,
    "f2" BLOB NOT NULL DEFAULT '010203',
    "f3" BOOLEAN NOT NULL DEFAULT false,
    "f4" DECIMAL DEFAULT 10,
    "Mixed Case 5" TEXT,
    "f6" TEXT NOT NULL DEFAULT 'it''s',
    "f7" TEXT NOT NULL DEFAULT 'two words'
);

-- CreateTable
CREATE TABLE "Post" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" REAL NOT NULL DEFAULT 2,
    "f1" BOOLEAN NOT NULL DEFAULT false,
    "f2" DECIMAL NOT NULL DEFAULT 1.25,
    "f3" BOOLEAN,
    "f4" DATETIME,
    "f5" BIGINT NOT NULL,
    "f6" DECIMAL DEFAULT 1.25,
    "f7" TEXT NOT NULL DEFAULT 'a "b"',
    "r3Id" TEXT,
    CONSTRAINT "Post_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "User" ("id") ON DELETE NO ACTION ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" BOOLEAN,
    "f1" INTEGER NOT NULL DEFAULT 7,
    "select_2" BIGINT,
    "Mixed Case 3" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" BIGINT DEFAULT 9007199254740993,
    "f1" INTEGER,
    "col_2" REAL NOT NULL DEFAULT 1.5,
    "f3" DATETIME DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f4" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "r0Id" TEXT,
    "r1Id" TEXT NOT NULL,
    "r2Id" TEXT,
    CONSTRAINT "audit_log_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Zone" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "audit_log_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Zone" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "audit_log_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Zone" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" DECIMAL,
    "f1" BIGINT NOT NULL,
    "f2" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "_UserToZone" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,
    CONSTRAINT "_UserToZone_A_fkey" FOREIGN KEY ("A") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_UserToZone_B_fkey" FOREIGN KEY ("B") REFERENCES "Zone" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "User_f0_select_1_idx" ON "User"("f0", "select_1");

-- CreateIndex
CREATE UNIQUE INDEX "User_select_1_f0_key" ON "User"("select_1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f0_key" ON "Post"("f0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f7_key" ON "Post"("f7");

-- CreateIndex
CREATE INDEX "Post_f0_f1_idx" ON "Post"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_Mixed Case 3_key" ON "Tag"("Mixed Case 3");

-- CreateIndex
CREATE INDEX "Tag_f0_f1_idx" ON "Tag"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_f0_key" ON "Tag"("f1", "f0");

-- CreateIndex
CREATE INDEX "audit_log_f0_f1_idx" ON "audit_log"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "audit_log"("f1", "f0");

-- CreateIndex
CREATE INDEX "Zone_f0_f1_idx" ON "Zone"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "_UserToZone_AB_unique" ON "_UserToZone"("A", "B");

-- CreateIndex
CREATE INDEX "_UserToZone_B_index" ON "_UserToZone"("B");

