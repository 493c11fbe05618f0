-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "select_0" REAL,
    "f1" BIGINT,
    "f2" BOOLEAN DEFAULT true,
    "f3" DATETIME NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f4" DATETIME,
    "f5" REAL,
    "r1Id" BIGINT NOT NULL,
    CONSTRAINT "User_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" BLOB NOT NULL DEFAULT '010203',
    "f1" TEXT NOT NULL,
    "f2" BLOB NOT NULL,
    "f3" DATETIME,
    "f4" DECIMAL NOT NULL DEFAULT 10,
    "f5" DATETIME,
    "r0Id" TEXT,
    CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "Mixed Case 0" INTEGER,
    "f1" TEXT NOT NULL,
    "f2" TEXT,
    "f3" DECIMAL,
    "f4" DECIMAL NOT NULL DEFAULT 1.25
);

-- CreateIndex
CREATE INDEX "User_select_0_f1_idx" ON "User"("select_0", "f1");

-- CreateIndex
CREATE INDEX "Post_f1_f3_idx" ON "Post"("f1", "f3");

-- CreateIndex
CREATE INDEX "Tag_Mixed Case 0_f1_idx" ON "Tag"("Mixed Case 0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_Mixed Case 0_key" ON "Tag"("f1", "Mixed Case 0");

