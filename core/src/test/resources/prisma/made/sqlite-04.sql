-- CreateTable
CREATE TABLE "User" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "f0" BIGINT DEFAULT 9007199254740993,
    "select_1" DECIMAL NOT NULL
);

-- CreateTable
CREATE TABLE "Post" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" REAL NOT NULL DEFAULT 2,
    "f1" BLOB,
    "f2" BOOLEAN,
    "f3" TEXT NOT NULL DEFAULT 'a "b"',
    "Mixed Case 4" BLOB NOT NULL,
    "r0Id" INTEGER NOT NULL,

    PRIMARY KEY ("tenant", "number"),
    CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "audit_log_table" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" REAL DEFAULT 2,
    "f1" TEXT,

    PRIMARY KEY ("tenant", "number")
);

-- CreateTable
CREATE TABLE "audit_log_table" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "Mixed Case 0" INTEGER,
    "f1" BOOLEAN DEFAULT true,
    "f2" BOOLEAN NOT NULL DEFAULT false,
    "col_3" BLOB,
    "select_4" DECIMAL NOT NULL,
    "r1Id" BIGINT NOT NULL,
    "r3Id" BIGINT,
    CONSTRAINT "audit_log_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "audit_log_table_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "User" ("id") ON DELETE NO ACTION ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "select_0" BLOB,
    "f1" DECIMAL NOT NULL DEFAULT 1.25,
    "f2" TEXT,
    "f3" TEXT DEFAULT 'closed now',
    "f4" BLOB NOT NULL DEFAULT '010203',
    "f5" TEXT,
    "col_6" REAL,
    "f7" DATETIME
);

-- CreateTable
CREATE TABLE "orderitem_table" (
    "the_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" TEXT DEFAULT 'closed now',
    "col_1" DATETIME NOT NULL,
    "f2" TEXT,
    "f3" BLOB DEFAULT '010203',
    "f4" BIGINT NOT NULL DEFAULT 9007199254740993,
    "select_5" INTEGER DEFAULT -3,
    "f6" BOOLEAN DEFAULT false,
    "f7" BIGINT NOT NULL,
    "r2Id" BIGINT NOT NULL,
    CONSTRAINT "orderitem_table_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Zone" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "_OrderItemToUser" (
    "A" INTEGER NOT NULL,
    "B" BIGINT NOT NULL,
    CONSTRAINT "_OrderItemToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "orderitem_table" ("the_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_OrderItemToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "User_f0_select_1_idx" ON "User"("f0", "select_1");

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "User"("select_1", "f0");

-- CreateIndex
CREATE INDEX "Post_f0_f2_idx" ON "Post"("f0", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f2_f0_key" ON "Post"("f2", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_key" ON "Tag"("f1");

-- CreateIndex
CREATE INDEX "Tag_f0_f1_idx" ON "Tag"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_r1Id_key" ON "audit_log_table"("r1Id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_r3Id_key" ON "audit_log_table"("r3Id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_f1_Mixed Case 0_key" ON "audit_log_table"("f1", "Mixed Case 0");

-- CreateIndex
CREATE INDEX "Zone_f1_f2_idx" ON "Zone"("f1", "f2" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orderitem_table_f0_key" ON "orderitem_table"("f0");

-- CreateIndex
CREATE INDEX "orderitem_table_f0_col_1_idx" ON "orderitem_table"("f0", "col_1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orderitem_table_col_1_f0_key" ON "orderitem_table"("col_1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "_OrderItemToUser_AB_unique" ON "_OrderItemToUser"("A", "B");

-- CreateIndex
CREATE INDEX "_OrderItemToUser_B_index" ON "_OrderItemToUser"("B");

