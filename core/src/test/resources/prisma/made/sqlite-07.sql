-- CreateTable
CREATE TABLE "User" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" INTEGER NOT NULL DEFAULT 0,
    "select_1" DATETIME NOT NULL,
    "f2" DATETIME DEFAULT CURRENT_TIMESTAMP,
    "col_3" DECIMAL DEFAULT 10,
    "f4" TEXT,
    "r1Id" BIGINT,
    CONSTRAINT "User_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Post" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" DECIMAL NOT NULL DEFAULT 10,
    "f1" DECIMAL NOT NULL,
    "select_2" BOOLEAN DEFAULT true
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL DEFAULT 'closed now',
    "f1" BLOB NOT NULL DEFAULT '010203',
    "f2" REAL NOT NULL,
    "f3" DECIMAL NOT NULL DEFAULT 1.25,
    "f4" BLOB NOT NULL DEFAULT '010203',
    "f5" BLOB NOT NULL DEFAULT '010203',
    "f6" BOOLEAN NOT NULL,
    "f7" REAL NOT NULL DEFAULT 2
);

-- CreateTable
CREATE TABLE "audit_log" (
    "the_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT,
    "f1" BLOB NOT NULL DEFAULT '010203',
    "Mixed Case 2" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "f3" BLOB DEFAULT '010203',
    "r2Id" TEXT NOT NULL,
    CONSTRAINT "audit_log_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "zone_table" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "zone_table" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" INTEGER NOT NULL,
    "Mixed Case 1" TEXT,
    "select_2" DATETIME NOT NULL,
    "f3" BOOLEAN,
    "f4" BIGINT DEFAULT 9007199254740993,
    "f5" REAL NOT NULL,
    "f6" BLOB NOT NULL DEFAULT '010203',
    "f7" TEXT NOT NULL DEFAULT 'closed now',
    "r0Id" BIGINT NOT NULL,
    "r3Id" TEXT NOT NULL,
    CONSTRAINT "zone_table_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "zone_table_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "zone_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_UserToZone" (
    "A" INTEGER NOT NULL,
    "B" TEXT NOT NULL,
    CONSTRAINT "_UserToZone_A_fkey" FOREIGN KEY ("A") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_UserToZone_B_fkey" FOREIGN KEY ("B") REFERENCES "zone_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_friends" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_friends_A_fkey" FOREIGN KEY ("A") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_friends_B_fkey" FOREIGN KEY ("B") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_r1Id_key" ON "User"("r1Id");

-- CreateIndex
CREATE INDEX "User_f0_select_1_idx" ON "User"("f0", "select_1");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f0_key" ON "Tag"("f0");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f2_f0_key" ON "Tag"("f2", "f0");

-- CreateIndex
CREATE INDEX "audit_log_f0_Mixed Case 2_idx" ON "audit_log"("f0", "Mixed Case 2" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "_UserToZone_AB_unique" ON "_UserToZone"("A", "B");

-- CreateIndex
CREATE INDEX "_UserToZone_B_index" ON "_UserToZone"("B");

-- CreateIndex
CREATE UNIQUE INDEX "_friends_AB_unique" ON "_friends"("A", "B");

-- CreateIndex
CREATE INDEX "_friends_B_index" ON "_friends"("B");

