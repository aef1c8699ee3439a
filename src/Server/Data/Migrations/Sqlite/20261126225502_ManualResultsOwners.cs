using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Sqlite;

/// <inheritdoc />
public partial class ManualResultsOwners : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<double>(
            name: "Manual",
            table: "OutletDay",
            type: "REAL",
            nullable: false,
            defaultValue: 0.0);

        migrationBuilder.CreateTable(
            name: "FormerOwner",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                PointId = table.Column<int>(type: "INTEGER", nullable: false),
                EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FormerOwner", x => x.Id);
                table.ForeignKey(
                    name: "FK_FormerOwner_MonitoringPoint_PointId",
                    column: x => x.PointId,
                    principalTable: "MonitoringPoint",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "OutletManualResult",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                OutletId = table.Column<int>(type: "INTEGER", nullable: false),
                Factor = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                FromDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                FromTime = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                ToDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                ToTime = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                Value = table.Column<double>(type: "REAL", nullable: true),
                Unit = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                Method = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Laboratory = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                ReportNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                Remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Revision = table.Column<int>(type: "INTEGER", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                UpdatedBy = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                DeletedWhy = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OutletManualResult", x => x.Id);
                table.ForeignKey(
                    name: "FK_OutletManualResult_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_OutletManualResult_OutletFiling_OutletId",
                    column: x => x.OutletId,
                    principalTable: "OutletFiling",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_FormerOwner_PointId_LastDay",
            table: "FormerOwner",
            columns: new[] { "PointId", "LastDay" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_OutletManualResult_EnterpriseId",
            table: "OutletManualResult",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_OutletManualResult_OutletId_ReportNumber_Factor_FromDay_FromTime",
            table: "OutletManualResult",
            columns: new[] { "OutletId", "ReportNumber", "Factor", "FromDay", "FromTime" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "FormerOwner");

        migrationBuilder.DropTable(
            name: "OutletManualResult");

        migrationBuilder.DropColumn(
            name: "Manual",
            table: "OutletDay");
    }
}
