-- CreateTable
CREATE TABLE "User" (
    "the_id" TEXT NOT NULL PRIMARY KEY,
    "f0" DECIMAL NOT NULL,
    "f1" REAL,
    "f2" BIGINT,
    "f3" REAL NOT NULL DEFAULT 1.5
);

-- CreateTable
CREATE TABLE "Post" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" BLOB NOT NULL DEFAULT '010203',
    "f1" TEXT,
    "f2" TEXT NOT NULL DEFAULT '',
    "f3" DECIMAL NOT NULL,
    "f4" BIGINT,
    "f5" TEXT,
    "f6" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Tag" (
    "the_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "select_0" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f1" REAL DEFAULT -0.25,
    "f2" INTEGER NOT NULL,
    "f3" TEXT NOT NULL,
    "f4" DECIMAL NOT NULL
);

-- CreateTable
CREATE TABLE "audit_log" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" TEXT NOT NULL DEFAULT '',
    "f1" TEXT NOT NULL,
    "f2" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f3" BOOLEAN,

    PRIMARY KEY ("tenant", "number")
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" DATETIME NOT NULL,
    "Mixed Case 1" BOOLEAN,
    "select_2" REAL NOT NULL,
    "f3" REAL,
    "select_4" DATETIME
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" DECIMAL NOT NULL,
    "f1" REAL NOT NULL,
    "f2" REAL,
    "f3" REAL,
    "f4" DATETIME NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "r0Id" INTEGER
);

-- CreateTable
CREATE TABLE "_both ways" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "User_f1_f0_key" ON "User"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f3_key" ON "audit_log"("f3");

-- CreateIndex
CREATE INDEX "audit_log_f0_f1_idx" ON "audit_log"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_f3_key" ON "Zone"("f3");

-- CreateIndex
CREATE INDEX "Zone_f0_Mixed Case 1_idx" ON "Zone"("f0", "Mixed Case 1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "Zone"("Mixed Case 1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "OrderItem_f4_key" ON "OrderItem"("f4");

-- CreateIndex
CREATE INDEX "OrderItem_f0_f1_idx" ON "OrderItem"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "_both ways_AB_unique" ON "_both ways"("A", "B");

-- CreateIndex
CREATE INDEX "_both ways_B_index" ON "_both ways"("B");

