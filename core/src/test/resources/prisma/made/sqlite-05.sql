-- CreateTable
CREATE TABLE "User" (
    "the_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT,
    "f1" DATETIME NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "select_2" DATETIME,
    "f3" INTEGER NOT NULL DEFAULT -3,
    "f4" DECIMAL NOT NULL DEFAULT 10
);

-- CreateTable
CREATE TABLE "post_table" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" BOOLEAN NOT NULL DEFAULT true,
    "select_1" REAL DEFAULT 1.5,
    "f2" DATETIME DEFAULT CURRENT_TIMESTAMP,
    "col_3" TEXT NOT NULL,
    "f4" INTEGER,
    "f5" REAL NOT NULL DEFAULT -0.25,
    "r0Id" BIGINT,

    PRIMARY KEY ("tenant", "number")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT NOT NULL,
    "select_1" BOOLEAN NOT NULL DEFAULT false,
    "f2" BOOLEAN NOT NULL,
    "f3" REAL NOT NULL DEFAULT 2,
    "f4" INTEGER NOT NULL DEFAULT -3,
    "f5" BLOB,
    "f6" DECIMAL NOT NULL
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" DATETIME,
    "f1" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f2" REAL NOT NULL DEFAULT -0.25,
    "r1Id" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" REAL NOT NULL,
    "f1" BLOB DEFAULT '010203',
    "f2" TEXT,
    "f3" DATETIME DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f4" BOOLEAN DEFAULT false,
    "f5" DATETIME NOT NULL,
    "select_6" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "User_f3_key" ON "User"("f3");

-- CreateIndex
CREATE INDEX "User_f0_f1_idx" ON "User"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "User_f1_f0_key" ON "User"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "post_table_select_1_key" ON "post_table"("select_1");

-- CreateIndex
CREATE INDEX "post_table_f0_select_1_idx" ON "post_table"("f0", "select_1");

-- CreateIndex
CREATE INDEX "Tag_f0_select_1_idx" ON "Tag"("f0", "select_1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_r1Id_key" ON "audit_log"("r1Id");

-- CreateIndex
CREATE INDEX "audit_log_f0_f1_idx" ON "audit_log"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f1_f0_key" ON "audit_log"("f1", "f0");

-- CreateIndex
CREATE INDEX "Zone_f0_f2_idx" ON "Zone"("f0", "f2");

