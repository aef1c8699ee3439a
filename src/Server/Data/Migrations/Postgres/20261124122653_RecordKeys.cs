using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Postgres;

/// <inheritdoc />
public partial class RecordKeys : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "IX_PermitLimit_OutletId",
            table: "PermitLimit");

        migrationBuilder.CreateIndex(
            name: "IX_PermitLimit_OutletId_Factor_ValidFrom",
            table: "PermitLimit",
            columns: new[] { "OutletId", "Factor", "ValidFrom" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_Milestone_Title_Day",
            table: "Milestone",
            columns: new[] { "Title", "Day" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(
            name: "IX_PermitLimit_OutletId_Factor_ValidFrom",
            table: "PermitLimit");

        migrationBuilder.DropIndex(
            name: "IX_Milestone_Title_Day",
            table: "Milestone");

        migrationBuilder.CreateIndex(
            name: "IX_PermitLimit_OutletId",
            table: "PermitLimit",
            column: "OutletId");
    }
}
