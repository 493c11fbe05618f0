-- CreateTable
CREATE TABLE "User" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL DEFAULT 'OPEN',
    "f1" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" BOOLEAN,
    "f1" TEXT,
    "f2" TEXT,
    "r1Id" INTEGER,
    CONSTRAINT "Post_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "tag_table" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "tag_table" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" DECIMAL,
    "f1" DATETIME NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f2" TEXT,
    "f3" DATETIME NOT NULL,
    "r0Id" INTEGER NOT NULL,
    "r2Id" TEXT NOT NULL,
    CONSTRAINT "tag_table_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "tag_table_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_TagToUser" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_TagToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "tag_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_TagToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_f1_f0_key" ON "User"("f1", "f0");

-- CreateIndex
CREATE INDEX "tag_table_f0_f1_idx" ON "tag_table"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "tag_table"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "_TagToUser_AB_unique" ON "_TagToUser"("A", "B");

-- CreateIndex
CREATE INDEX "_TagToUser_B_index" ON "_TagToUser"("B");

