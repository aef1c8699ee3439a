using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Postgres;

/// <inheritdoc />
public partial class PointForecasts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(name: "IX_StoredForecast_StationId_Factor", table: "StoredForecast");
        migrationBuilder.DropIndex(name: "IX_ForecastIssue_StationId_Factor_LastHour", table: "ForecastIssue");
        migrationBuilder.RenameColumn(name: "StationId", table: "StoredForecast", newName: "PointId");
        migrationBuilder.RenameColumn(name: "StationId", table: "ForecastIssue", newName: "PointId");

        // Forecasts were kept by station and are by monitoring point now. Those of stations that are gone or have no point are dropped, and of several at one point all but the newest.
        migrationBuilder.Sql("""
            UPDATE "StoredForecast" SET "PointId" = COALESCE((SELECT CAST(s."Point" AS integer) FROM "QualityStation" s WHERE s."Id" = "StoredForecast"."PointId" AND s."DeletedAt" IS NULL AND s."Point" ~ '^[0-9]+$'), 0);
            DELETE FROM "StoredForecast" WHERE "PointId" = 0 OR EXISTS (SELECT 1 FROM "StoredForecast" newer WHERE newer."PointId" = "StoredForecast"."PointId" AND newer."Factor" = "StoredForecast"."Factor" AND newer."Id" > "StoredForecast"."Id");
            """);

        migrationBuilder.Sql("""
            UPDATE "ForecastIssue" SET "PointId" = COALESCE((SELECT CAST(s."Point" AS integer) FROM "QualityStation" s WHERE s."Id" = "ForecastIssue"."PointId" AND s."DeletedAt" IS NULL AND s."Point" ~ '^[0-9]+$'), 0);
            DELETE FROM "ForecastIssue" WHERE "PointId" = 0 OR EXISTS (SELECT 1 FROM "ForecastIssue" newer WHERE newer."PointId" = "ForecastIssue"."PointId" AND newer."Factor" = "ForecastIssue"."Factor" AND newer."LastHour" = "ForecastIssue"."LastHour" AND newer."Id" > "ForecastIssue"."Id");
            """);

        migrationBuilder.CreateIndex(name: "IX_StoredForecast_PointId_Factor", table: "StoredForecast", columns: ["PointId", "Factor"], unique: true);
        migrationBuilder.CreateIndex(name: "IX_ForecastIssue_PointId_Factor_LastHour", table: "ForecastIssue", columns: ["PointId", "Factor", "LastHour"], unique: true);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // A point may be no station's: forecasts are trained anew.
        migrationBuilder.Sql("""
            DELETE FROM "StoredForecast";
            DELETE FROM "ForecastIssue";
            """);
        migrationBuilder.DropIndex(name: "IX_StoredForecast_PointId_Factor", table: "StoredForecast");
        migrationBuilder.DropIndex(name: "IX_ForecastIssue_PointId_Factor_LastHour", table: "ForecastIssue");
        migrationBuilder.RenameColumn(name: "PointId", table: "StoredForecast", newName: "StationId");
        migrationBuilder.RenameColumn(name: "PointId", table: "ForecastIssue", newName: "StationId");
        migrationBuilder.CreateIndex(name: "IX_StoredForecast_StationId_Factor", table: "StoredForecast", columns: ["StationId", "Factor"], unique: true);
        migrationBuilder.CreateIndex(name: "IX_ForecastIssue_StationId_Factor_LastHour", table: "ForecastIssue", columns: ["StationId", "Factor", "LastHour"], unique: true);
    }
}
