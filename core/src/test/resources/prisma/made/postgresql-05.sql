-- CreateEnum
CREATE TYPE "kind_kind" AS ENUM ('OPEN', 'closed now');

-- CreateEnum
CREATE TYPE "State" AS ENUM ('OPEN', 'closed now');

-- CreateTable
CREATE TABLE "user_table" (
    "id" BIGINT NOT NULL,
    "f0" BIGINT[],
    "select_1" "kind_kind" NOT NULL,

    CONSTRAINT "user_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL,
    "f0" TIMESTAMP(3),
    "f1" JSONB DEFAULT '[]',

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "tenant" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "f0" TEXT,
    "f1" "kind_kind"[],
    "f2" DECIMAL(65,30) NOT NULL DEFAULT 10,
    "f3" "kind_kind" DEFAULT 'closed now',
    "select_4" OID NOT NULL,
    "Mixed Case 5" INTEGER[] DEFAULT ARRAY[1, 2]::INTEGER[],

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("tenant","number")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" TEXT NOT NULL,
    "col_0" BYTEA NOT NULL DEFAULT '\x010203',
    "f1" DECIMAL(65,30),
    "f2" TIMESTAMP(3) NOT NULL,
    "Mixed Case 3" BOOLEAN[],
    "Mixed Case 4" DOUBLE PRECISION DEFAULT 2,
    "f5" SMALLINT NOT NULL,
    "Mixed Case 6" MONEY,
    "f7" INET,
    "r0Id" TEXT,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Zone" (
    "id" BIGINT NOT NULL,
    "f0" INTEGER DEFAULT -3,
    "f1" BYTEA NOT NULL DEFAULT '\x010203',
    "f2" "State" NOT NULL,
    "f3" BIGINT NOT NULL DEFAULT 9007199254740993,
    "select_4" REAL DEFAULT -0.25,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" SERIAL NOT NULL,
    "Mixed Case 0" BOOLEAN NOT NULL DEFAULT false,
    "f1" JSONB,
    "col_2" BOOLEAN NOT NULL DEFAULT true,
    "f3" "State",
    "f4" SMALLINT,
    "select_5" BYTEA NOT NULL DEFAULT '\x010203',
    "f6" "State" NOT NULL DEFAULT 'closed now',
    "Mixed Case 7" TIMESTAMP(3)[],

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_both ways" (
    "A" INTEGER NOT NULL,
    "B" BIGINT NOT NULL,

    CONSTRAINT "_both ways_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "Tag_f0_f2_idx" ON "Tag"("f0", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "a name" ON "Tag"("f2", "f0");

-- CreateIndex
CREATE INDEX "audit_log_f1_f2_idx" ON "audit_log"("f1", "f2");

-- CreateIndex
CREATE UNIQUE INDEX "Zone_f0_key" ON "Zone"("f0");

-- CreateIndex
CREATE INDEX "Zone_f0_f2_idx" ON "Zone"("f0", "f2" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Zone_f2_f0_key" ON "Zone"("f2", "f0");

-- CreateIndex
CREATE INDEX "_both ways_B_index" ON "_both ways"("B");

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_r0Id_fkey" FOREIGN KEY ("r0Id") REFERENCES "audit_log"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_both ways" ADD CONSTRAINT "_both ways_A_fkey" FOREIGN KEY ("A") REFERENCES "OrderItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_both ways" ADD CONSTRAINT "_both ways_B_fkey" FOREIGN KEY ("B") REFERENCES "user_table"("id") ON DELETE CASCADE ON UPDATE CASCADE;

