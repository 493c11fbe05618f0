-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "f0" BYTEA NOT NULL DEFAULT '\x010203',
    "f1" BYTEA NOT NULL,
    "f2" "Kind",
    "f3" REAL NOT NULL DEFAULT -0.25,
    "f4" MONEY NOT NULL DEFAULT 1.25,
    "r2Id" TEXT NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_table" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "select_0" BYTEA DEFAULT '\x010203',
    "f1" INTEGER NOT NULL DEFAULT 7,
    "Mixed Case 2" TIMESTAMPTZ(6) NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f3" INTEGER NOT NULL,
    "f4" DOUBLE PRECISION,
    "f5" BOOLEAN[],
    "r1Id" UUID,
    "r3Id" TEXT,

    CONSTRAINT "post_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "f0" INTEGER[] DEFAULT ARRAY[1, 2]::INTEGER[],
    "f1" BOOLEAN[],
    "select_2" "Kind" DEFAULT 'OPEN',

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" TEXT NOT NULL,
    "f0" INTEGER DEFAULT 7,
    "f1" INET,
    "f2" BOOLEAN NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zone_table" (
    "the_id" TEXT NOT NULL,
    "f0" DOUBLE PRECISION NOT NULL DEFAULT 2,
    "f1" BIGINT NOT NULL,
    "f2" BIGINT,

    CONSTRAINT "zone_table_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" TEXT NOT NULL,
    "f0" TIMESTAMP(0) NOT NULL,
    "col_1" BIGINT NOT NULL,
    "col_2" BOOLEAN DEFAULT true,
    "f3" BIGINT[],
    "f4" DOUBLE PRECISION NOT NULL DEFAULT 2,
    "r0Id" TEXT NOT NULL,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_OrderItemToUser" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_OrderItemToUser_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "User_f2_f3_idx" ON "User"("f2", "f3");

-- CreateIndex
CREATE UNIQUE INDEX "User_f3_f2_key" ON "User"("f3", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "post_table_Mixed Case 2_f1_key" ON "post_table"("Mixed Case 2", "f1");

-- CreateIndex
CREATE INDEX "Tag_select_2_idx" ON "Tag" USING HASH ("select_2");

-- CreateIndex
CREATE INDEX "audit_log_f0_f1_idx" ON "audit_log"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "audit_log"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "zone_table_f1_key" ON "zone_table"("f1");

-- CreateIndex
CREATE UNIQUE INDEX "zone_table_f2_key" ON "zone_table"("f2");

-- CreateIndex
CREATE UNIQUE INDEX "OrderItem_f4_key" ON "OrderItem"("f4");

-- CreateIndex
CREATE UNIQUE INDEX "OrderItem_r0Id_key" ON "OrderItem"("r0Id");

-- CreateIndex
CREATE INDEX "OrderItem_f0_col_1_idx" ON "OrderItem"("f0", "col_1" DESC);

-- CreateIndex
CREATE INDEX "_OrderItemToUser_B_index" ON "_OrderItemToUser"("B");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "zone_table"("the_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_table" ADD CONSTRAINT "post_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_table" ADD CONSTRAINT "post_table_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "zone_table"("the_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "audit_log"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_OrderItemToUser" ADD CONSTRAINT "_OrderItemToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "OrderItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_OrderItemToUser" ADD CONSTRAINT "_OrderItemToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

