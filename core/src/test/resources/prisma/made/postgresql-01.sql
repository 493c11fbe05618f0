-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "first";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "second";

-- CreateEnum
CREATE TYPE "first"."Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "second"."State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "first"."user_table" (
    "id" SERIAL NOT NULL,
    "f0" "second"."State" DEFAULT 'closed now',
    "f1" "second"."State" NOT NULL,

    CONSTRAINT "user_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "first"."Post" (
    "id" SERIAL NOT NULL,
    "col_0" OID NOT NULL,
    "f1" BYTEA NOT NULL,
    "f2" DECIMAL,
    "f3" BYTEA NOT NULL DEFAULT '\x010203',
    "f4" BYTEA,
    "r0Id" INTEGER NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second"."Tag" (
    "id" SERIAL NOT NULL,
    "Mixed Case 0" BOOLEAN NOT NULL,
    "f1" BOOLEAN NOT NULL,
    "f2" VARCHAR NOT NULL,
    "f3" BOOLEAN[],
    "f4" DECIMAL(65,30) NOT NULL DEFAULT 1.25,
    "select_5" XML NOT NULL,
    "f6" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "col_7" BIGINT,
    "r1Id" INTEGER NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "second"."_both ways" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_both ways_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_table_f1_key" ON "first"."user_table"("f1");

-- CreateIndex
CREATE INDEX "user_table_f0_f1_idx" ON "first"."user_table"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "user_table_f1_f0_key" ON "first"."user_table"("f1", "f0");

-- CreateIndex
CREATE INDEX "Post_col_0_f2_idx" ON "first"."Post"("col_0", "f2");

-- CreateIndex
CREATE INDEX "Post_col_0_idx" ON "first"."Post" USING HASH ("col_0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f2_col_0_key" ON "first"."Post"("f2", "col_0");

-- CreateIndex
CREATE INDEX "Tag_Mixed Case 0_idx" ON "second"."Tag" USING HASH ("Mixed Case 0");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_Mixed Case 0_key" ON "second"."Tag"("f1", "Mixed Case 0");

-- CreateIndex
CREATE INDEX "_both ways_B_index" ON "second"."_both ways"("B");

-- AddForeignKey
ALTER TABLE "first"."Post" ADD CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "first"."Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second"."Tag" ADD CONSTRAINT "Tag_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "first"."Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second"."_both ways" ADD CONSTRAINT "_both ways_A_fkey" FOREIGN KEY ("A") REFERENCES "second"."Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second"."_both ways" ADD CONSTRAINT "_both ways_B_fkey" FOREIGN KEY ("B") REFERENCES "first"."user_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

