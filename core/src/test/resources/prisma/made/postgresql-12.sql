-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "col_0" TEXT DEFAULT 'two words',
    "f1" "State",
    "f2" "State"[],
    "f3" "Kind" DEFAULT 'OPEN',
    "select_4" BOOLEAN NOT NULL,
    "f5" BIGINT[],
    "f6" "Kind",
    "f7" "State" DEFAULT 'closed now',
    "r2Id" INTEGER NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" SERIAL NOT NULL,
    "f0" DOUBLE PRECISION NOT NULL,
    "col_1" BOOLEAN NOT NULL,
    "search" tsvector,
    "place" point,
    "r0Id" INTEGER,
    "r1Id" INTEGER NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "f0" INTEGER[] DEFAULT ARRAY[1, 2]::INTEGER[],
    "Mixed Case 1" "State"[],
    "Mixed Case 2" BOOLEAN,
    "f3" DOUBLE PRECISION NOT NULL DEFAULT -0.25,
    "f4" "Kind",
    "f5" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f6" BIGINT NOT NULL DEFAULT 9007199254740993,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_TagToUser" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_TagToUser_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_f7_key" ON "User"("f7");

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "User"("f1", "col_0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_col_1_f0_key" ON "Post"("col_1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_f3_Mixed Case 2_key" ON "Tag"("f3", "Mixed Case 2");

-- CreateIndex
CREATE INDEX "_TagToUser_B_index" ON "_TagToUser"("B");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_TagToUser" ADD CONSTRAINT "_TagToUser_A_fkey" FOREIGN KEY ("A") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_TagToUser" ADD CONSTRAINT "_TagToUser_B_fkey" FOREIGN KEY ("B") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

