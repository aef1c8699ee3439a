using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Sqlite;

/// <inheritdoc />
public partial class Registry : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CommandRecord",
            columns: table => new
            {
                Id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Mn = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                Qn = table.Column<string>(type: "TEXT", maxLength: 17, nullable: false),
                Command = table.Column<ushort>(type: "INTEGER", nullable: false),
                DataArea = table.Column<string>(type: "TEXT", nullable: false),
                RequestedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                State = table.Column<int>(type: "INTEGER", nullable: false),
                Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                RequestReturn = table.Column<int>(type: "INTEGER", nullable: true),
                ExecutionReturn = table.Column<int>(type: "INTEGER", nullable: true),
                CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                Detail = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CommandRecord", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "DataGap",
            columns: table => new
            {
                Id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Mn = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                Interval = table.Column<byte>(type: "INTEGER", nullable: false),
                From = table.Column<DateTime>(type: "TEXT", nullable: false),
                To = table.Column<DateTime>(type: "TEXT", nullable: false),
                Missing = table.Column<int>(type: "INTEGER", nullable: false),
                State = table.Column<int>(type: "INTEGER", nullable: false),
                Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                LastAskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                FilledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                Detail = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DataGap", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Device",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Mn = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Password = table.Column<string>(type: "TEXT", nullable: false),
                Version = table.Column<byte>(type: "INTEGER", nullable: false),
                SystemCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                Tolerances = table.Column<int>(type: "INTEGER", nullable: false),
                EncryptionKey = table.Column<string>(type: "TEXT", nullable: true),
                IsEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                RealTimeIntervalSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                MinuteInterval = table.Column<int>(type: "INTEGER", nullable: false),
                TimeoutSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                Retries = table.Column<int>(type: "INTEGER", nullable: false),
                FillsGaps = table.Column<bool>(type: "INTEGER", nullable: false),
                RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Device", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "MonitoringPoint",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Kind = table.Column<int>(type: "INTEGER", nullable: false),
                Enterprise = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Longitude = table.Column<double>(type: "REAL", nullable: true),
                Latitude = table.Column<double>(type: "REAL", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MonitoringPoint", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "RegistryVersion",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Version = table.Column<long>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RegistryVersion", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Channel",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                DeviceId = table.Column<int>(type: "INTEGER", nullable: false),
                PointId = table.Column<int>(type: "INTEGER", nullable: false),
                FactorCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                OriginalCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                Decimals = table.Column<int>(type: "INTEGER", nullable: false),
                SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                IsDiscovered = table.Column<bool>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Channel", x => x.Id);
                table.ForeignKey(
                    name: "FK_Channel_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_Channel_MonitoringPoint_PointId",
                    column: x => x.PointId,
                    principalTable: "MonitoringPoint",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.InsertData(
            table: "RegistryVersion",
            columns: new[] { "Id", "Version" },
            values: new object[] { 1, 1L });

        migrationBuilder.CreateIndex(
            name: "IX_Channel_DeviceId_FactorCode",
            table: "Channel",
            columns: new[] { "DeviceId", "FactorCode" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Channel_PointId",
            table: "Channel",
            column: "PointId");

        migrationBuilder.CreateIndex(
            name: "IX_CommandRecord_Mn_RequestedAt",
            table: "CommandRecord",
            columns: new[] { "Mn", "RequestedAt" });

        migrationBuilder.CreateIndex(
            name: "IX_DataGap_Mn_Interval_From",
            table: "DataGap",
            columns: new[] { "Mn", "Interval", "From" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Device_Mn",
            table: "Device",
            column: "Mn",
            unique: true);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Channel");

        migrationBuilder.DropTable(
            name: "CommandRecord");

        migrationBuilder.DropTable(
            name: "DataGap");

        migrationBuilder.DropTable(
            name: "RegistryVersion");

        migrationBuilder.DropTable(
            name: "Device");

        migrationBuilder.DropTable(
            name: "MonitoringPoint");
    }
}
