-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "state_kind" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "f0" SMALLINT NOT NULL DEFAULT -3,
    "f1" BYTEA[],
    "select_2" BYTEA NOT NULL,
    "col_3" INTEGER DEFAULT 7,
    "select_4" BOOLEAN NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_table" (
    "id" TEXT NOT NULL,
    "col_0" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "f1" BYTEA NOT NULL,
    "f2" INTEGER,
    "f3" JSONB NOT NULL DEFAULT '{"a": [1, "x"]}',
    "col_4" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "post_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" BIGINT NOT NULL,
    "f0" DECIMAL(65,30),
    "f1" BOOLEAN,
    "Mixed Case 2" BIGINT NOT NULL,
    "f3" DECIMAL(10,2) NOT NULL,
    "Mixed Case 4" DECIMAL(65,30) NOT NULL DEFAULT 1.25,
    "f5" BYTEA NOT NULL DEFAULT '\x010203',
    "Mixed Case 6" BYTEA NOT NULL,
    "Mixed Case 7" REAL,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGINT NOT NULL,
    "col_0" BIGINT NOT NULL,
    "f1" BYTEA,
    "f2" TEXT NOT NULL DEFAULT 'it''s',
    "f3" "state_kind" NOT NULL,
    "f4" DOUBLE PRECISION,
    "f5" "Kind",
    "f6" TIMESTAMP(3) NOT NULL,
    "f7" INTEGER,
    "search" tsvector,
    "place" point,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "the_id" BIGINT NOT NULL,
    "f0" REAL NOT NULL DEFAULT 2,
    "f1" "Kind"[],
    "col_2" DOUBLE PRECISION NOT NULL,
    "r0Id" UUID NOT NULL,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "_UserToZone" (
    "A" UUID NOT NULL,
    "B" BIGINT NOT NULL,

    CONSTRAINT "_UserToZone_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "User_f0_col_3_idx" ON "User"("f0", "col_3");

-- CreateIndex
CREATE UNIQUE INDEX "post_table_f2_key" ON "post_table"("f2");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_f2_key" ON "audit_log"("f2");

-- CreateIndex
CREATE INDEX "Zone_f0_col_2_idx" ON "Zone"("f0", "col_2");

-- CreateIndex
CREATE INDEX "Zone_f0_idx" ON "Zone" USING HASH ("f0");

-- CreateIndex
CREATE INDEX "_UserToZone_B_index" ON "_UserToZone"("B");

-- AddForeignKey
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_UserToZone" ADD CONSTRAINT "_UserToZone_A_fkey" FOREIGN KEY ("A") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_UserToZone" ADD CONSTRAINT "_UserToZone_B_fkey" FOREIGN KEY ("B") REFERENCES "Zone"("the_id") ON DELETE CASCADE ON UPDATE CASCADE;

