-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "state_kind" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" BIGINT NOT NULL,
    "f0" DECIMAL(65,30)[],
    "f1" BYTEA DEFAULT '\x010203',
    "f2" "state_kind",
    "f3" BIGINT NOT NULL,
    "search" tsvector,
    "place" point,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "col_0" DOUBLE PRECISION NOT NULL,
    "f1" BYTEA DEFAULT '\x010203',
    "Mixed Case 2" DECIMAL NOT NULL,
    "f3" REAL DEFAULT 2,
    "col_4" DECIMAL(65,30) DEFAULT 10,
    "r1Id" UUID,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "f0" "Kind" NOT NULL,
    "col_1" DOUBLE PRECISION DEFAULT 1.5,
    "r0Id" UUID,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_TagToUser" (
    "A" TEXT NOT NULL,
    "B" BIGINT NOT NULL,

    CONSTRAINT "_TagToUser_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "User_f2_f3_idx" ON "User"("f2", "f3");

-- CreateIndex
CREATE UNIQUE INDEX "Post_col_0_key" ON "Post"("col_0");

-- CreateIndex
CREATE INDEX "Tag_f0_col_1_idx" ON "Tag"("f0", "col_1");

-- CreateIndex
CREATE INDEX "_TagToUser_B_index" ON "_TagToUser"("B");

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Post"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_TagToUser" ADD CONSTRAINT "_TagToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_TagToUser" ADD CONSTRAINT "_TagToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

