-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "f0" DECIMAL(65,30) NOT NULL DEFAULT 10,
    "f1" JSON NOT NULL,
    "f2" TIMESTAMP(3) NOT NULL,
    "f3" BYTEA NOT NULL DEFAULT '\x010203',
    "f4" BIGINT NOT NULL,
    "f5" BIT(4)[],
    "f6" VARBIT,
    "f7" TIMESTAMP(3) NOT NULL,
    "r1Id" BIGINT NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" TEXT DEFAULT 'it''s',
    "f1" "Kind" NOT NULL,
    "select_2" BYTEA DEFAULT '\x010203',
    "f3" MONEY NOT NULL,
    "f4" DECIMAL(65,30) NOT NULL DEFAULT 1.25,
    "f5" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector,
    "place" point,
    "r0Id" BIGINT NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("tenant","number")
);

-- CreateTable
CREATE TABLE "Tag" (
    "the_id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "Mixed Case 0" MONEY NOT NULL,
    "f1" DOUBLE PRECISION,
    "select_2" DECIMAL(65,30),
    "f3" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f4" "Kind" NOT NULL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "audit_log_table" (
    "id" BIGINT NOT NULL,
    "f0" MONEY NOT NULL,
    "f1" INTEGER[],
    "f2" "State",
    "f3" DECIMAL(65,30)[],
    "f4" "State"[],

    CONSTRAINT "audit_log_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_UserToaudit_log" (
    "A" TEXT NOT NULL,
    "B" BIGINT NOT NULL,

    CONSTRAINT "_UserToaudit_log_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "User_f0_f2_idx" ON "User"("f0", "f2" DESC);

-- CreateIndex
CREATE INDEX "User_f0_idx" ON "User" USING HASH ("f0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_r0Id_key" ON "Post"("r0Id");

-- CreateIndex
CREATE INDEX "Tag_Mixed Case 0_f1_idx" ON "Tag"("Mixed Case 0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f1_Mixed Case 0_key" ON "Tag"("f1", "Mixed Case 0");

-- CreateIndex
CREATE INDEX "audit_log_table_f0_f2_idx" ON "audit_log_table"("f0", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_f2_f0_key" ON "audit_log_table"("f2", "f0");

-- CreateIndex
CREATE INDEX "_UserToaudit_log_B_index" ON "_UserToaudit_log"("B");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "audit_log_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "audit_log_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_UserToaudit_log" ADD CONSTRAINT "_UserToaudit_log_A_fkey" FOREIGN KEY ("A") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_UserToaudit_log" ADD CONSTRAINT "_UserToaudit_log_B_fkey" FOREIGN KEY ("B") REFERENCES "audit_log_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

