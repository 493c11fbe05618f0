-- CreateEnum
CREATE TYPE "kind_kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "state_kind" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "f0" TEXT NOT NULL,
    "select_1" DECIMAL(65,30) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_table" (
    "the_id" TEXT NOT NULL,
    "col_0" BOOLEAN NOT NULL DEFAULT true,
    "f1" TIMESTAMP(3),
    "f2" "state_kind",
    "r3Id" BIGINT NOT NULL,

    CONSTRAINT "post_table_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" BIGINT NOT NULL,
    "select_0" "state_kind",
    "select_1" BOOLEAN DEFAULT true,
    "f2" TIME(3),
    "f3" "state_kind" NOT NULL DEFAULT 'OPEN',
    "f4" TIMESTAMP(3),

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "select_0" BYTEA DEFAULT '\x010203',
    "f1" JSONB DEFAULT '[]',
    "f2" TIMESTAMP(3) NOT NULL,
    "f3" BIGINT NOT NULL DEFAULT 9007199254740993,
    "col_4" INTEGER,
    "f5" INTEGER NOT NULL,
    "r1Id" UUID,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" TEXT NOT NULL,
    "f0" DECIMAL NOT NULL,
    "f1" CHAR(8)[],
    "search" tsvector,
    "place" point,
    "r2Id" BIGINT,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "col_0" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f1" BYTEA,
    "f2" "state_kind" NOT NULL,
    "Mixed Case 3" "kind_kind" NOT NULL,
    "f4" BIGINT,
    "r0Id" BIGINT,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("tenant","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "post_table_r3Id_key" ON "post_table"("r3Id");

-- CreateIndex
CREATE INDEX "post_table_col_0_f1_idx" ON "post_table"("col_0", "f1");

-- CreateIndex
CREATE INDEX "post_table_col_0_idx" ON "post_table" USING HASH ("col_0");

-- CreateIndex
CREATE UNIQUE INDEX "post_table_f1_col_0_key" ON "post_table"("f1", "col_0");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_select_0_key" ON "Tag"("select_0");

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "Tag"("select_1", "select_0");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f5_key" ON "audit_log"("f5");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f3_f2_key" ON "audit_log"("f3", "f2");

-- CreateIndex
CREATE INDEX "OrderItem_col_0_f2_idx" ON "OrderItem"("col_0", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "OrderItem_f2_col_0_key" ON "OrderItem"("f2", "col_0");

-- AddForeignKey
ALTER TABLE "post_table" ADD CONSTRAINT "post_table_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "audit_log"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Tag"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

