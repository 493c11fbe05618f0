-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "f0" "Kind",
    "f1" INTEGER,
    "f2" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f3" DOUBLE PRECISION[],
    "f4" BOOLEAN DEFAULT true,
    "select_5" JSON NOT NULL,
    "f6" TIMESTAMP(3) NOT NULL,
    "f7" TIMESTAMP(3)[],
    "r2Id" TEXT NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL,
    "f0" BYTEA[],
    "f1" "State",
    "f2" BOOLEAN NOT NULL,
    "f3" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "the_id" SERIAL NOT NULL,
    "f0" BIGINT DEFAULT 9007199254740993,
    "f1" INTEGER[] DEFAULT ARRAY[1, 2]::INTEGER[],
    "f2" BOOLEAN[],
    "r3Id" TEXT,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" TEXT NOT NULL,
    "f0" BOOLEAN NOT NULL DEFAULT true,
    "f1" DECIMAL DEFAULT 10,
    "f2" BYTEA NOT NULL DEFAULT '\x010203',
    "f3" "State" NOT NULL DEFAULT 'OPEN',
    "Mixed Case 4" BYTEA[],
    "f5" INTEGER NOT NULL,
    "f6" BIGINT NOT NULL,
    "r0Id" TEXT NOT NULL,
    "r1Id" INTEGER NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_both ways" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_both ways_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_f1_key" ON "User"("f1");

-- CreateIndex
CREATE INDEX "User_f0_f1_idx" ON "User"("f0", "f1" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "User_f1_f0_key" ON "User"("f1", "f0");

-- CreateIndex
CREATE UNIQUE INDEX "Post_f2_f1_key" ON "Post"("f2", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_r1Id_key" ON "audit_log"("r1Id");

-- CreateIndex
CREATE INDEX "audit_log_f0_f1_idx" ON "audit_log"("f0", "f1");

-- CreateIndex
CREATE INDEX "_both ways_B_index" ON "_both ways"("B");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "audit_log"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Tag"("the_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_both ways" ADD CONSTRAINT "_both ways_A_fkey" FOREIGN KEY ("A") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_both ways" ADD CONSTRAINT "_both ways_B_fkey" FOREIGN KEY ("B") REFERENCES "audit_log"("id") ON DELETE CASCADE ON UPDATE CASCADE;

