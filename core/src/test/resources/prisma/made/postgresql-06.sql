-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "user_table" (
    "id" TEXT NOT NULL,
    "f0" BYTEA,
    "f1" TIMESTAMP(3),
    "f2" JSONB NOT NULL,
    "Mixed Case 3" JSONB DEFAULT '{"a": [1, "x"]}',
    "Mixed Case 4" DECIMAL(65,30),
    "f5" TIMESTAMP DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "f6" BYTEA NOT NULL DEFAULT '\x010203',
    "f7" TIMESTAMP(3) DEFAULT '2020-01-02 03:04:05.678 +00:00',

    CONSTRAINT "user_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_table" (
    "the_id" TEXT NOT NULL,
    "f0" XML,
    "select_1" "State" NOT NULL DEFAULT 'closed now',
    "f2" JSONB NOT NULL,
    "r3Id" TEXT NOT NULL,

    CONSTRAINT "post_table_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "tag_table" (
    "id" SERIAL NOT NULL,
    "col_0" TEXT NOT NULL,
    "f1" DOUBLE PRECISION[],
    "select_2" BOOLEAN DEFAULT true,
    "select_3" JSONB DEFAULT '[]',
    "r2Id" TEXT,

    CONSTRAINT "tag_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log_table" (
    "the_id" SERIAL NOT NULL,
    "f0" BYTEA NOT NULL,
    "f1" BIGINT NOT NULL,
    "f2" "State" NOT NULL DEFAULT 'OPEN',
    "f3" INTEGER NOT NULL,
    "f4" TEXT[],
    "r0Id" TEXT NOT NULL,
    "r1Id" TEXT NOT NULL,

    CONSTRAINT "audit_log_table_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "the_id" TEXT NOT NULL,
    "f0" BOOLEAN DEFAULT false,
    "f1" BIGINT,
    "f2" JSONB NOT NULL DEFAULT '[]',
    "f3" DECIMAL(65,30) NOT NULL,
    "f4" TIMESTAMP,
    "f5" "State"[],
    "f6" BYTEA,
    "select_7" BIGINT[],

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "_UserToZone" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_UserToZone_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_friends" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_friends_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "user_table_f1_Mixed Case 4_idx" ON "user_table"("f1", "Mixed Case 4");

-- CreateIndex
CREATE UNIQUE INDEX "post_table_r3Id_key" ON "post_table"("r3Id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_table_col_0_key" ON "tag_table"("col_0");

-- CreateIndex
CREATE INDEX "tag_table_col_0_select_2_idx" ON "tag_table"("col_0", "select_2");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_f1_key" ON "audit_log_table"("f1");

-- CreateIndex
CREATE INDEX "audit_log_table_f1_f2_idx" ON "audit_log_table"("f1", "f2" DESC);

-- CreateIndex
CREATE INDEX "Zone_f0_f1_idx" ON "Zone"("f0", "f1");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_f1_f0_key" ON "Zone"("f1", "f0");

-- CreateIndex
CREATE INDEX "_UserToZone_B_index" ON "_UserToZone"("B");

-- CreateIndex
CREATE INDEX "_friends_B_index" ON "_friends"("B");

-- AddForeignKey
ALTER TABLE "post_table" ADD CONSTRAINT "post_table_r3Id_fkey" FOREIGN KEY ("r3Id") REFERENCES "Zone"("the_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_table" ADD CONSTRAINT "tag_table_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "user_table"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log_table" ADD CONSTRAINT "audit_log_table_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "post_table"("the_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log_table" ADD CONSTRAINT "audit_log_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "user_table"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_UserToZone" ADD CONSTRAINT "_UserToZone_A_fkey" FOREIGN KEY ("A") REFERENCES "user_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_UserToZone" ADD CONSTRAINT "_UserToZone_B_fkey" FOREIGN KEY ("B") REFERENCES "Zone"("the_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_friends" ADD CONSTRAINT "_friends_A_fkey" FOREIGN KEY ("A") REFERENCES "user_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_friends" ADD CONSTRAINT "_friends_B_fkey" FOREIGN KEY ("B") REFERENCES "user_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

