-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" DECIMAL,
    "f1" REAL NOT NULL DEFAULT -0.25,
    "select_2" TEXT NOT NULL,
    "f3" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "f4" BIGINT DEFAULT 9007199254740993,
    "Mixed Case 5" BLOB,
    "f6" DATETIME NOT NULL,
    "col_7" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" REAL,
    "f1" DATETIME,
    "f2" TEXT NOT NULL,
    "col_3" TEXT NOT NULL,
    "select_4" BLOB NOT NULL,
    "select_5" BLOB DEFAULT '010203',
    "f6" DECIMAL NOT NULL DEFAULT 10,
    "r1Id" TEXT NOT NULL,
    CONSTRAINT "Post_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "tag_table" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL DEFAULT 'closed now',
    "col_1" DATETIME DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f2" BIGINT,
    "f3" TEXT DEFAULT '',
    "f4" INTEGER NOT NULL,
    "f5" DATETIME,
    "f6" DECIMAL NOT NULL,
    "r2Id" TEXT,
    CONSTRAINT "tag_table_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "audit_log_table" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "Mixed Case 0" REAL DEFAULT 1.5,
    "Mixed Case 1" BOOLEAN NOT NULL,
    "f2" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f3" DECIMAL NOT NULL DEFAULT 10,
    "Mixed Case 4" TEXT DEFAULT '',
    "f5" TEXT DEFAULT 'closed now',
    "r0Id" TEXT NOT NULL,
    CONSTRAINT "audit_log_table_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_friends" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,
    CONSTRAINT "_friends_A_fkey" FOREIGN KEY ("A") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_friends_B_fkey" FOREIGN KEY ("B") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_f6_key" ON "User"("f6");

-- CreateIndex
CREATE INDEX "User_f0_f1_idx" ON "User"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Post_r1Id_key" ON "Post"("r1Id");

-- CreateIndex
CREATE INDEX "tag_table_f0_col_1_idx" ON "tag_table"("f0", "col_1");

-- CreateIndex
CREATE UNIQUE INDEX "tag_table_col_1_f0_key" ON "tag_table"("col_1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_r0Id_key" ON "audit_log_table"("r0Id");

-- CreateIndex
CREATE UNIQUE INDEX "_friends_AB_unique" ON "_friends"("A", "B");

-- CreateIndex
CREATE INDEX "_friends_B_index" ON "_friends"("B");

