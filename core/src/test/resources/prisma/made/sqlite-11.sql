-- CreateTable
CREATE TABLE "user_table" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" REAL,
    "col_1" TEXT DEFAULT '',
    "f2" TEXT NOT NULL DEFAULT 'closed now',
    "f3" INTEGER NOT NULL,
    "r1Id" BIGINT,
    CONSTRAINT "user_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "user_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" BIGINT NOT NULL DEFAULT 9007199254740993,
    "col_1" BLOB NOT NULL,
    "col_2" TEXT NOT NULL DEFAULT 'closed now'
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" INTEGER NOT NULL,
    "f1" REAL DEFAULT 1.5,
    "f2" TEXT,
    "f3" TEXT DEFAULT 'it''s',
    "f4" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "r0Id" BIGINT,
    "r2Id" BIGINT,
    "r3Id" BIGINT,
    CONSTRAINT "Tag_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "user_table" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Tag_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Post" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Tag_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "Post" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_TagToUser" (
    "A" INTEGER NOT NULL,
    "B" BIGINT NOT NULL,
    CONSTRAINT "_TagToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_TagToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "user_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f4_key" ON "Tag"("f4");

-- CreateIndex
CREATE INDEX "Tag_f0_f1_idx" ON "Tag"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_f0_key" ON "Tag"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "_TagToUser_AB_unique" ON "_TagToUser"("A", "B");

-- CreateIndex
CREATE INDEX "_TagToUser_B_index" ON "_TagToUser"("B");

