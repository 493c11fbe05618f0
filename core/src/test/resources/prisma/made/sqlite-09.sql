-- CreateTable
CREATE TABLE "user_table" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL,
    "f1" DATETIME NOT NULL,
    "col_2" BLOB,
    "f3" INTEGER DEFAULT 7,
    "f4" BOOLEAN DEFAULT true,
    "r1Id" INTEGER,
    CONSTRAINT "user_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Tag" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" BLOB NOT NULL DEFAULT '010203',
    "f1" TEXT NOT NULL DEFAULT 'closed now',
    "f2" TEXT NOT NULL,
    "f3" REAL DEFAULT 2,
    "col_4" TEXT NOT NULL,
    "f5" REAL,
    "f6" BOOLEAN NOT NULL DEFAULT false,
    "r0Id" TEXT,
    CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" DECIMAL NOT NULL DEFAULT 1.25,
    "f1" BOOLEAN NOT NULL,
    "f2" BLOB DEFAULT '010203',
    "Mixed Case 3" TEXT NOT NULL,
    "f4" BIGINT NOT NULL,
    "f5" REAL NOT NULL
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL,
    "f1" DATETIME NOT NULL,
    "f2" TEXT DEFAULT 'OPEN',
    "select_3" DATETIME NOT NULL,
    "f4" BOOLEAN DEFAULT false,
    "f5" TEXT DEFAULT 'OPEN',
    "f6" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "_both ways" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_both ways_A_fkey" FOREIGN KEY ("A") REFERENCES "user_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_both ways_B_fkey" FOREIGN KEY ("B") REFERENCES "audit_log" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "user_table_f0_f1_idx" ON "user_table"("f0", "f1");

-- CreateIndex
CREATE INDEX "Post_f1_f2_idx" ON "Post"("f1", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_Mixed Case 3_key" ON "Tag"("Mixed Case 3");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f5_key" ON "Tag"("f5");

-- CreateIndex
CREATE INDEX "Tag_f0_f1_idx" ON "Tag"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_f0_key" ON "Tag"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f1_f0_key" ON "audit_log"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "_both ways_AB_unique" ON "_both ways"("A", "B");

-- CreateIndex
CREATE INDEX "_both ways_B_index" ON "_both ways"("B");

