using SqlHarness.Comparisons;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Repairs;

namespace SqlHarness.Tests.Engines.Repairs;

/// <summary>What a repair says in the dialects of servers.</summary>
public class RepairTextTests
{
    static readonly ComparedColumn[] Columns =
    [
        Column("id", "id", typeof(long), ComparedAs.WholeNumber, isNullable: false), Column("text", "name", typeof(string), ComparedAs.Text), Column("at", "at", typeof(DateTime), ComparedAs.Time),
        Column("price", "price", typeof(decimal), ComparedAs.DecimalNumber),
    ];

    static readonly DateTime Time = new(2024, 2, 29, 10, 0, 0, DateTimeKind.Utc);

    static readonly bool[] Same = [false, false, false, false];

    static readonly DifferingRow[] Rows =
    [
        new(RowChange.Modified, [1L, "it's", Time, 1.5m], [1L, null, Time, 1.25m], [false, true, false, true]), new(RowChange.Added, null, [2L, "b", Time, null], Same),
        new(RowChange.Removed, [3L, "c", Time, 2m], null, Same), new(RowChange.Removed, [4L, null, null, -2.5m], null, Same),
    ];

    static ComparedColumn Column(string left, string right, Type type, ComparedAs compared, bool isNullable = true) => new(new(left, type, isNullable), new(right, type, isNullable), compared);

    static string OfTables(Dialect dialect) => Repair.OfTables(dialect, "shop.old", "shop.new", Columns, [0], true);

    static string OfTablesWithoutUniqueKey(Dialect dialect) => Repair.OfTables(dialect, "shop.old", "shop.new", Columns, [1], false);

    static string OfRows(Dialect dialect) => Repair.OfRows(dialect, "shop.new", Columns, [0], new(0, 1, 1, 2, 0, []), Rows);

    static string OfRowsWithoutKey(Dialect dialect) => Repair.OfRows(dialect, "shop.new", Columns, [], new(0, 0, 1, 0, 0, []), [Rows[1]]);

    [Fact]
    public void BigQuery()
    {
        OfTables(Dialect.BigQuery).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            BEGIN TRANSACTION;
            DELETE FROM shop.`new` AS r
            WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = r.id);
            UPDATE shop.`new` AS r
            SET name = l.`text`, `at` = l.`at`, price = l.price
            FROM shop.old AS l
            WHERE l.id = r.id AND (l.`text` IS DISTINCT FROM r.name OR l.`at` IS DISTINCT FROM r.`at` OR l.price IS DISTINCT FROM r.price);
            INSERT INTO shop.`new` (id, name, `at`, price)
            SELECT l.id, l.`text`, l.`at`, l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop.`new` AS r WHERE l.id = r.id);
            COMMIT TRANSACTION;

            """);
        OfRows(Dialect.BigQuery).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            BEGIN TRANSACTION;
            DELETE FROM shop.`new` WHERE id = 2;
            UPDATE shop.`new` SET name = 'it\'s', price = NUMERIC '1.5' WHERE id = 1;
            INSERT INTO shop.`new` (id, name, `at`, price) VALUES
            (3, 'c', TIMESTAMP '2024-02-29 10:00:00+00', NUMERIC '2'),
            (4, NULL, NULL, NUMERIC '-2.5');
            COMMIT TRANSACTION;

            """);
    }

    [Fact]
    public void ClickHouse()
    {
        OfTables(Dialect.ClickHouse).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            -- ClickHouse has no transaction over these statements: run them in order, and again from the first if one fails.
            ALTER TABLE shop."new" DELETE WHERE tuple(id, isNull(name), ifNull(toString(name), ''), isNull("at"), ifNull(toString("at"), ''), isNull(price), ifNull(toString(price), '')) NOT IN (SELECT tuple(id, isNull("text"), ifNull(toString("text"), ''), isNull("at"), ifNull(toString("at"), ''), isNull(price), ifNull(toString(price), '')) FROM shop.old) SETTINGS mutations_sync = 2;
            INSERT INTO shop."new" (id, name, "at", price)
            SELECT l.id, l."text", l."at", l.price FROM shop.old AS l
            WHERE tuple(id) NOT IN (SELECT tuple(id) FROM shop."new");

            """);
        OfRows(Dialect.ClickHouse).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            -- ClickHouse has no transaction over these statements: run them in order, and again from the first if one fails.
            ALTER TABLE shop."new" DELETE WHERE id = 2 SETTINGS mutations_sync = 2;
            ALTER TABLE shop."new" UPDATE name = 'it\'s', price = toDecimal128('1.5', 1) WHERE id = 1 SETTINGS mutations_sync = 2;
            INSERT INTO shop."new" (id, name, "at", price) VALUES
            (3, 'c', toDateTime64('2024-02-29 10:00:00', 6, 'UTC'), 2),
            (4, NULL, NULL, toDecimal128('-2.5', 1));

            """);
    }

    [Fact]
    public void Databricks()
    {
        OfTables(Dialect.Databricks).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            -- Databricks has no transaction over these statements: run them in order, and again from the first if one fails.
            MERGE INTO shop.`new` AS r
            USING (SELECT DISTINCT o.id FROM shop.`new` AS o WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = o.id)) AS d
            ON d.id = r.id
            WHEN MATCHED THEN DELETE;
            MERGE INTO shop.`new` AS r
            USING shop.old AS l
            ON l.id = r.id
            WHEN MATCHED AND (l.`text` IS DISTINCT FROM r.name OR l.`at` IS DISTINCT FROM r.`at` OR l.price IS DISTINCT FROM r.price) THEN UPDATE SET name = l.`text`, `at` = l.`at`, price = l.price;
            INSERT INTO shop.`new` (id, name, `at`, price)
            SELECT l.id, l.`text`, l.`at`, l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop.`new` AS r WHERE l.id = r.id);

            """);
        OfRows(Dialect.Databricks).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            -- Databricks has no transaction over these statements: run them in order, and again from the first if one fails.
            DELETE FROM shop.`new` WHERE id = 2;
            UPDATE shop.`new` SET name = 'it\'s', price = 1.5 WHERE id = 1;
            INSERT INTO shop.`new` (id, name, `at`, price) VALUES
            (3, 'c', TIMESTAMP '2024-02-29 10:00:00', 2),
            (4, NULL, NULL, -2.5);

            """);
    }

    [Fact]
    public void MariaDb()
    {
        OfTables(Dialect.MariaDb).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            START TRANSACTION;
            DELETE r FROM shop.`new` AS r
            WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = r.id);
            UPDATE shop.`new` AS r
            JOIN shop.old AS l ON l.id = r.id
            SET r.name = l.`text`, r.`at` = l.`at`, r.price = l.price
            WHERE NOT (l.`text` COLLATE utf8mb4_nopad_bin <=> r.name COLLATE utf8mb4_nopad_bin) OR NOT (l.`at` <=> r.`at`) OR NOT (l.price <=> r.price);
            INSERT INTO shop.`new` (id, name, `at`, price)
            SELECT l.id, l.`text`, l.`at`, l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop.`new` AS r WHERE l.id = r.id);
            COMMIT;

            """);
        OfRows(Dialect.MariaDb).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            START TRANSACTION;
            DELETE FROM shop.`new` WHERE id = 2;
            UPDATE shop.`new` SET name = 'it\'s', price = 1.5 WHERE id = 1;
            INSERT INTO shop.`new` (id, name, `at`, price) VALUES
            (3, 'c', TIMESTAMP('2024-02-29 10:00:00'), 2),
            (4, NULL, NULL, -2.5);
            COMMIT;

            """);
    }

    [Fact]
    public void PostgreSql()
    {
        OfTables(Dialect.PostgreSql).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            BEGIN;
            DELETE FROM shop."new" AS r
            WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = r.id);
            UPDATE shop."new" AS r
            SET name = l."text", "at" = l."at", price = l.price
            FROM shop.old AS l
            WHERE l.id = r.id AND (l."text" IS DISTINCT FROM r.name OR l."at" IS DISTINCT FROM r."at" OR l.price IS DISTINCT FROM r.price);
            INSERT INTO shop."new" (id, name, "at", price)
            SELECT l.id, l."text", l."at", l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop."new" AS r WHERE l.id = r.id);
            COMMIT;

            """);
        OfRows(Dialect.PostgreSql).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            BEGIN;
            DELETE FROM shop."new" WHERE id = 2;
            UPDATE shop."new" SET name = 'it''s', price = 1.5 WHERE id = 1;
            INSERT INTO shop."new" (id, name, "at", price) VALUES
            (3, 'c', TIMESTAMP '2024-02-29 10:00:00', 2),
            (4, NULL, NULL, -2.5);
            COMMIT;

            """);
    }

    [Fact]
    public void Snowflake()
    {
        OfTables(Dialect.Snowflake).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            BEGIN;
            MERGE INTO shop."NEW" AS r
            USING (SELECT DISTINCT o.id FROM shop."NEW" AS o WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = o.id)) AS d
            ON d.id = r.id
            WHEN MATCHED THEN DELETE;
            MERGE INTO shop."NEW" AS r
            USING shop.old AS l
            ON l.id = r.id
            WHEN MATCHED AND (l."TEXT" IS DISTINCT FROM r.name OR l."AT" IS DISTINCT FROM r."AT" OR l.price IS DISTINCT FROM r.price) THEN UPDATE SET name = l."TEXT", "AT" = l."AT", price = l.price;
            INSERT INTO shop."NEW" (id, name, "AT", price)
            SELECT l.id, l."TEXT", l."AT", l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop."NEW" AS r WHERE l.id = r.id);
            COMMIT;

            """);
        OfRows(Dialect.Snowflake).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            BEGIN;
            DELETE FROM shop."NEW" WHERE id = 2;
            UPDATE shop."NEW" SET name = 'it\'s', price = 1.5 WHERE id = 1;
            INSERT INTO shop."NEW" (id, name, "AT", price) VALUES
            (3, 'c', TO_TIMESTAMP_NTZ('2024-02-29 10:00:00'), 2),
            (4, NULL, NULL, -2.5);
            COMMIT;

            """);
    }

    [Fact]
    public void SqlServer()
    {
        OfTables(Dialect.SqlServer).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            SET XACT_ABORT ON;
            BEGIN TRANSACTION;
            DELETE r FROM shop.[new] AS r
            WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = r.id);
            UPDATE r
            SET name = l.[text], [at] = l.[at], price = l.price
            FROM shop.[new] AS r
            JOIN shop.old AS l ON l.id = r.id
            WHERE l.[text] COLLATE Latin1_General_100_BIN2_UTF8 IS DISTINCT FROM r.name COLLATE Latin1_General_100_BIN2_UTF8 OR l.[at] IS DISTINCT FROM r.[at] OR l.price IS DISTINCT FROM r.price;
            INSERT INTO shop.[new] (id, name, [at], price)
            SELECT l.id, l.[text], l.[at], l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop.[new] AS r WHERE l.id = r.id);
            COMMIT;

            """);
        OfRows(Dialect.SqlServer).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            SET XACT_ABORT ON;
            BEGIN TRANSACTION;
            DELETE FROM shop.[new] WHERE id = 2;
            UPDATE shop.[new] SET name = N'it''s', price = 1.5 WHERE id = 1;
            INSERT INTO shop.[new] (id, name, [at], price) VALUES
            (3, N'c', CAST('2024-02-29T10:00:00' AS DATETIME2(6)), 2),
            (4, NULL, NULL, -2.5);
            COMMIT;

            """);
    }

    [Fact]
    public void Trino()
    {
        OfTables(Dialect.Trino).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            -- Trino has no transaction over these statements: run them in order, and again from the first if one fails.
            MERGE INTO shop."new" AS r
            USING (SELECT DISTINCT o.id FROM shop."new" AS o WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l.id = o.id)) AS d
            ON d.id = r.id
            WHEN MATCHED THEN DELETE;
            MERGE INTO shop."new" AS r
            USING shop.old AS l
            ON l.id = r.id
            WHEN MATCHED AND (l."text" IS DISTINCT FROM r.name OR l."at" IS DISTINCT FROM r."at" OR l.price IS DISTINCT FROM r.price) THEN UPDATE SET name = l."text", "at" = l."at", price = l.price;
            INSERT INTO shop."new" (id, name, "at", price)
            SELECT l.id, l."text", l."at", l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop."new" AS r WHERE l.id = r.id);

            """);
        OfRows(Dialect.Trino).ShouldBe("""
            -- Makes 4 rows of shop.new as on the left. Read it before you run it.
            -- Trino has no transaction over these statements: run them in order, and again from the first if one fails.
            DELETE FROM shop."new" WHERE id = 2;
            UPDATE shop."new" SET name = 'it''s', price = 1.5 WHERE id = 1;
            INSERT INTO shop."new" (id, name, "at", price) VALUES
            (3, 'c', TIMESTAMP '2024-02-29 10:00:00', 2),
            (4, NULL, NULL, -2.5);

            """);
    }

    // It is MariaDB's but for the collation.
    [Fact]
    public void MySql()
    {
        OfTables(Dialect.MySql).ShouldBe(OfTables(Dialect.MariaDb).Replace("utf8mb4_nopad_bin", "utf8mb4_0900_bin", StringComparison.Ordinal));
        OfRows(Dialect.MySql).ShouldBe(OfRows(Dialect.MariaDb));
    }

    [Fact]
    public void Where_the_key_is_not_unique_its_rows_are_deleted_and_inserted_again()
    {
        OfTablesWithoutUniqueKey(Dialect.PostgreSql).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            -- Rows of one name cannot be told apart where it stands more than once: they are deleted and inserted again.
            BEGIN;
            DELETE FROM shop."new" AS r
            WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l."text" IS NOT DISTINCT FROM r.name);
            DELETE FROM shop."new" AS r
            WHERE EXISTS (SELECT 1 FROM (SELECT "text" AS name FROM shop.old GROUP BY "text" HAVING COUNT(*) > 1 UNION SELECT name AS name FROM shop."new" GROUP BY name HAVING COUNT(*) > 1) AS d WHERE d.name IS NOT DISTINCT FROM r.name);
            UPDATE shop."new" AS r
            SET id = l.id, "at" = l."at", price = l.price
            FROM shop.old AS l
            WHERE l."text" IS NOT DISTINCT FROM r.name AND (l.id <> r.id OR l."at" IS DISTINCT FROM r."at" OR l.price IS DISTINCT FROM r.price);
            INSERT INTO shop."new" (id, name, "at", price)
            SELECT l.id, l."text", l."at", l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop."new" AS r WHERE l."text" IS NOT DISTINCT FROM r.name);
            COMMIT;

            """);
        OfTablesWithoutUniqueKey(Dialect.ClickHouse).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            -- Rows of one name cannot be told apart where it stands more than once: they are deleted and inserted again.
            -- ClickHouse has no transaction over these statements: run them in order, and again from the first if one fails.
            ALTER TABLE shop."new" DELETE WHERE tuple(id, isNull(name), ifNull(toString(name), ''), isNull("at"), ifNull(toString("at"), ''), isNull(price), ifNull(toString(price), '')) NOT IN (SELECT tuple(id, isNull("text"), ifNull(toString("text"), ''), isNull("at"), ifNull(toString("at"), ''), isNull(price), ifNull(toString(price), '')) FROM shop.old) SETTINGS mutations_sync = 2;
            ALTER TABLE shop."new" DELETE WHERE tuple(isNull(name), ifNull(toString(name), '')) IN (SELECT tuple(isNull("text"), ifNull(toString("text"), '')) FROM shop.old GROUP BY "text" HAVING COUNT(*) > 1 UNION DISTINCT SELECT tuple(isNull(name), ifNull(toString(name), '')) FROM shop."new" GROUP BY name HAVING COUNT(*) > 1) SETTINGS mutations_sync = 2;
            INSERT INTO shop."new" (id, name, "at", price)
            SELECT l.id, l."text", l."at", l.price FROM shop.old AS l
            WHERE tuple(isNull("text"), ifNull(toString("text"), '')) NOT IN (SELECT tuple(isNull(name), ifNull(toString(name), '')) FROM shop."new");

            """);
        OfTablesWithoutUniqueKey(Dialect.Trino).ShouldBe("""
            -- Makes shop.new equal to shop.old. Read it before you run it.
            -- Rows of one name cannot be told apart where it stands more than once: they are deleted and inserted again.
            -- Trino has no transaction over these statements: run them in order, and again from the first if one fails.
            MERGE INTO shop."new" AS r
            USING (SELECT DISTINCT o.name FROM shop."new" AS o WHERE NOT EXISTS (SELECT 1 FROM shop.old AS l WHERE l."text" IS NOT DISTINCT FROM o.name)) AS d
            ON d.name IS NOT DISTINCT FROM r.name
            WHEN MATCHED THEN DELETE;
            MERGE INTO shop."new" AS r
            USING (SELECT "text" AS name FROM shop.old GROUP BY "text" HAVING COUNT(*) > 1 UNION SELECT name AS name FROM shop."new" GROUP BY name HAVING COUNT(*) > 1) AS d
            ON d.name IS NOT DISTINCT FROM r.name
            WHEN MATCHED THEN DELETE;
            MERGE INTO shop."new" AS r
            USING shop.old AS l
            ON l."text" IS NOT DISTINCT FROM r.name
            WHEN MATCHED AND (l.id <> r.id OR l."at" IS DISTINCT FROM r."at" OR l.price IS DISTINCT FROM r.price) THEN UPDATE SET id = l.id, "at" = l."at", price = l.price;
            INSERT INTO shop."new" (id, name, "at", price)
            SELECT l.id, l."text", l."at", l.price FROM shop.old AS l
            WHERE NOT EXISTS (SELECT 1 FROM shop."new" AS r WHERE l."text" IS NOT DISTINCT FROM r.name);

            """);
    }

    [Fact]
    public void Of_equal_rows_as_many_are_deleted_as_are_too_many_where_the_dialect_can()
    {
        OfRowsWithoutKey(Dialect.PostgreSql).ShouldBe("""
            -- Makes 1 row of shop.new as on the left. Read it before you run it.
            -- There is no key: rows are found by all their cells, and of equal ones as many are deleted as are too many.
            BEGIN;
            DELETE FROM shop."new" WHERE ctid IN (SELECT ctid FROM shop."new" WHERE id = 2 AND name = 'b' AND "at" = TIMESTAMP '2024-02-29 10:00:00' AND price IS NULL LIMIT 1);
            COMMIT;

            """);
        OfRowsWithoutKey(Dialect.MariaDb).ShouldBe("""
            -- Makes 1 row of shop.new as on the left. Read it before you run it.
            -- There is no key: rows are found by all their cells, and of equal ones as many are deleted as are too many.
            START TRANSACTION;
            DELETE FROM shop.`new` WHERE id = 2 AND name COLLATE utf8mb4_nopad_bin = 'b' AND `at` = TIMESTAMP('2024-02-29 10:00:00') AND price IS NULL LIMIT 1;
            COMMIT;

            """);
        OfRowsWithoutKey(Dialect.SqlServer).ShouldBe("""
            -- Makes 1 row of shop.new as on the left. Read it before you run it.
            -- There is no key: rows are found by all their cells, and of equal ones as many are deleted as are too many.
            SET XACT_ABORT ON;
            BEGIN TRANSACTION;
            DELETE TOP (1) FROM shop.[new] WHERE id = 2 AND name COLLATE Latin1_General_100_BIN2_UTF8 = N'b' AND [at] = CAST('2024-02-29T10:00:00' AS DATETIME2(6)) AND price IS NULL;
            COMMIT;

            """);
        OfRowsWithoutKey(Dialect.BigQuery).ShouldBe("""
            -- Makes 1 row of shop.new as on the left. Read it before you run it.
            -- There is no key: rows are found by all their cells, and of equal ones as many are deleted as are too many.
            BEGIN TRANSACTION;
            -- Not run as it stands: of the rows that are equal to this one 1 is too many, and the statement would delete all; insert as many again as are to stay.
            -- DELETE FROM shop.`new` WHERE id = 2 AND name = 'b' AND `at` = TIMESTAMP '2024-02-29 10:00:00+00' AND price IS NULL;
            COMMIT TRANSACTION;

            """);
    }

    [Fact]
    public void Every_dialect_has_all_four()
    {
        foreach (var dialect in Dialect.All)
        {
            foreach (var sql in new[] { OfTables(dialect), OfTablesWithoutUniqueKey(dialect), OfRows(dialect), OfRowsWithoutKey(dialect) })
                sql.ShouldEndWith(dialect.Name switch { "clickhouse" or "databricks" or "trino" => ";\n", "bigquery" => "COMMIT TRANSACTION;\n", _ => "COMMIT;\n" }, customMessage: dialect.Name);
        }
    }

    // A name may be made so that it runs.
    [Fact]
    public void A_line_break_in_a_name_stays_in_the_comment() =>
        Repair.OfTables(Dialect.PostgreSql, "a\nDROP TABLE x", "b", Columns, [0], true).Split('\n')[0].ShouldBe("-- Makes b equal to a DROP TABLE x. Read it before you run it.");
}
