-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "first";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "second";

-- CreateEnum
CREATE TYPE "first"."Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "second"."State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "first"."User" (
    "id" TEXT NOT NULL,
    "select_0" DOUBLE PRECISION[],
    "Mixed Case 1" BYTEA NOT NULL,
    "f2" "first"."Kind" NOT NULL DEFAULT 'OPEN',
    "f3" BYTEA NOT NULL DEFAULT '\x010203',
    "Mixed Case 4" UUID NOT NULL,
    "f5" BIGINT NOT NULL DEFAULT 9007199254740993,
    "r0Id" TEXT NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "first"."post_table" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" JSONB NOT NULL,
    "f1" TIMESTAMP(3) NOT NULL,
    "f2" JSONB DEFAULT '{"a": [1, "x"]}',

    CONSTRAINT "post_table_pkey" PRIMARY KEY ("tenant","number")
);

-- CreateTable
CREATE TABLE "first"."tag_table" (
    "id" TEXT NOT NULL,
    "select_0" "first"."Kind" DEFAULT 'OPEN',
    "f1" TEXT NOT NULL DEFAULT 'two words',
    "Mixed Case 2" DECIMAL(65,30) NOT NULL,
    "f3" "first"."Kind" NOT NULL DEFAULT 'closed now',
    "r1Id" TEXT,

    CONSTRAINT "tag_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "first"."_TagToUser" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_TagToUser_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "User_f2_Mixed Case 4_idx" ON "first"."User"("f2", "Mixed Case 4" DESC);

-- CreateIndex
CREATE INDEX "tag_table_select_0_f1_idx" ON "first"."tag_table"("select_0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "first"."tag_table"("f1", "select_0");

-- CreateIndex
CREATE INDEX "_TagToUser_B_index" ON "first"."_TagToUser"("B");

-- AddForeignKey
ALTER TABLE "first"."User" ADD CONSTRAINT "User_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "first"."tag_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first"."tag_table" ADD CONSTRAINT "tag_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "first"."tag_table"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first"."_TagToUser" ADD CONSTRAINT "_TagToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "first"."tag_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "first"."_TagToUser" ADD CONSTRAINT "_TagToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "first"."User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

