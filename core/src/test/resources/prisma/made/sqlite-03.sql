-- CreateTable
CREATE TABLE "user_table" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" BOOLEAN NOT NULL,
    "f1" REAL DEFAULT -0.25
);

-- CreateTable
CREATE TABLE "Post" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" BOOLEAN DEFAULT true,
    "col_1" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "f2" TEXT NOT NULL,
    "f3" BOOLEAN,
    "Mixed Case 4" TEXT NOT NULL,
    "f5" INTEGER DEFAULT -3,
    "r0Id" INTEGER NOT NULL,
    CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" TEXT NOT NULL,
    "f1" DECIMAL,
    "f2" BOOLEAN,
    "f3" TEXT,
    "select_4" INTEGER NOT NULL,
    "f5" BIGINT NOT NULL,
    "select_6" DECIMAL DEFAULT 1.25,

    PRIMARY KEY ("tenant", "number")
);

-- CreateTable
CREATE TABLE "audit_log_table" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "f0" BIGINT,
    "f1" BOOLEAN DEFAULT false,
    "f2" BLOB NOT NULL,
    "col_3" TEXT
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "col_0" TEXT NOT NULL DEFAULT 'closed now',
    "f1" INTEGER DEFAULT 7,
    "Mixed Case 2" INTEGER NOT NULL,
    "Mixed Case 3" DECIMAL NOT NULL,
    "f4" REAL NOT NULL,
    "f5" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f6" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "f0" REAL NOT NULL,
    "f1" TEXT NOT NULL DEFAULT 'a "b"'
);

-- CreateTable
CREATE TABLE "_OrderItemToUser" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,
    CONSTRAINT "_OrderItemToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "OrderItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "_OrderItemToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "user_table" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "user_table_f0_f1_idx" ON "user_table"("f0", "f1" DESC);

-- CreateIndex
CREATE INDEX "Post_f0_col_1_idx" ON "Post"("f0", "col_1");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_f1_col_0_key" ON "Zone"("f1", "col_0");

-- CreateIndex
CREATE UNIQUE INDEX "_OrderItemToUser_AB_unique" ON "_OrderItemToUser"("A", "B");

-- CreateIndex
CREATE INDEX "_OrderItemToUser_B_index" ON "_OrderItemToUser"("B");

