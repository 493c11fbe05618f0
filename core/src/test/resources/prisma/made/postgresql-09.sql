-- CreateEnum
CREATE TYPE "Kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "user_table" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "f0" TIMESTAMP(3) DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "col_1" INTEGER NOT NULL DEFAULT -3,
    "f2" "Kind"[],
    "f3" INTEGER DEFAULT 0,
    "f4" "State",
    "r0Id" INTEGER NOT NULL,
    "r2Id" INTEGER,

    CONSTRAINT "user_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_table" (
    "the_id" TEXT NOT NULL,
    "f0" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f1" BIGINT NOT NULL DEFAULT 9007199254740993,
    "f2" BOOLEAN DEFAULT true,
    "f3" TEXT NOT NULL DEFAULT 'a "b"',
    "f4" BOOLEAN,
    "f5" DECIMAL(10,2) NOT NULL,
    "f6" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_table_pkey" PRIMARY KEY ("the_id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" SERIAL NOT NULL,
    "f0" JSONB NOT NULL DEFAULT '[]',
    "f1" SMALLINT[],
    "f2" BYTEA NOT NULL DEFAULT '\x010203',

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log_table" (
    "id" TEXT NOT NULL,
    "select_0" BOOLEAN DEFAULT true,
    "f1" BYTEA NOT NULL DEFAULT '\x010203',
    "f2" BOOLEAN[],
    "f3" SMALLINT DEFAULT -3,
    "f4" BOOLEAN NOT NULL DEFAULT true,
    "f5" DECIMAL(10,2),
    "f6" DOUBLE PRECISION,
    "f7" JSONB,
    "r1Id" INTEGER NOT NULL,

    CONSTRAINT "audit_log_table_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_table_r0Id_key" ON "user_table"("r0Id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_table_f3_key" ON "audit_log_table"("f3");

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "audit_log_table"("f3", "select_0");

-- AddForeignKey
ALTER TABLE "user_table" ADD CONSTRAINT "user_table_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_table" ADD CONSTRAINT "user_table_r2Id_fkey" FOREIGN KEY ("r2Id") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log_table" ADD CONSTRAINT "audit_log_table_r1Id_fkey" FOREIGN KEY ("r1Id") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

