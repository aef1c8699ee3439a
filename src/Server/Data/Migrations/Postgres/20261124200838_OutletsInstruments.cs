using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Postgres;

/// <inheritdoc />
public partial class OutletsInstruments : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AlterColumn<string>(
            name: "PointName",
            table: "AlarmRule",
            type: "character varying(1000)",
            maxLength: 1000,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(100)",
            oldMaxLength: 100);

        migrationBuilder.CreateTable(
            name: "CheckRun",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                ScheduleId = table.Column<int>(type: "integer", nullable: false),
                DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Mn = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                CommandId = table.Column<long>(type: "bigint", nullable: true),
                Problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckRun", x => x.Id);
                table.ForeignKey(
                    name: "FK_CheckRun_CommandRecord_CommandId",
                    column: x => x.CommandId,
                    principalTable: "CommandRecord",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.SetNull);
            });

        migrationBuilder.CreateTable(
            name: "CheckSchedule",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Mn = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Factor = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                EveryHours = table.Column<int>(type: "integer", nullable: true),
                At = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                From = table.Column<DateOnly>(type: "date", nullable: true),
                To = table.Column<DateOnly>(type: "date", nullable: true),
                Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CheckSchedule", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "InstrumentRecord",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                DeviceId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Before = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                LogId = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_InstrumentRecord", x => x.Id);
                table.ForeignKey(
                    name: "FK_InstrumentRecord_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "InstrumentState",
            columns: table => new
            {
                DeviceId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                Value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_InstrumentState", x => new { x.DeviceId, x.Factor, x.Code });
                table.ForeignKey(
                    name: "FK_InstrumentState_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Lease",
            columns: table => new
            {
                Job = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Holder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                HeldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Lease", x => x.Job);
            });

        migrationBuilder.CreateTable(
            name: "OutletDay",
            columns: table => new
            {
                PointId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Day = table.Column<DateOnly>(type: "date", nullable: false),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Hours = table.Column<int>(type: "integer", nullable: false),
                Stopped = table.Column<int>(type: "integer", nullable: false),
                Received = table.Column<int>(type: "integer", nullable: false),
                Valid = table.Column<int>(type: "integer", nullable: false),
                Mean = table.Column<double>(type: "double precision", nullable: true),
                Corrected = table.Column<double>(type: "double precision", nullable: true),
                IsValid = table.Column<bool>(type: "boolean", nullable: false),
                Kilograms = table.Column<double>(type: "double precision", nullable: true),
                Replaced = table.Column<double>(type: "double precision", nullable: false),
                Missing = table.Column<int>(type: "integer", nullable: false),
                Logged = table.Column<double>(type: "double precision", nullable: true),
                LoggedHours = table.Column<int>(type: "integer", nullable: false),
                Compared = table.Column<double>(type: "double precision", nullable: false),
                Volume = table.Column<double>(type: "double precision", nullable: true),
                LoggedVolume = table.Column<double>(type: "double precision", nullable: true),
                Rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OutletDay", x => new { x.PointId, x.Factor, x.Day });
            });

        migrationBuilder.CreateTable(
            name: "OutletFiling",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Point = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                FilingNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                InstalledOn = table.Column<DateOnly>(type: "date", nullable: true),
                AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                FiledOn = table.Column<DateOnly>(type: "date", nullable: true),
                Standard = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                OxygenRule = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                OwnOxygen = table.Column<double>(type: "double precision", nullable: true),
                FlowRule = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                StackArea = table.Column<double>(type: "double precision", nullable: true),
                VelocityFactor = table.Column<double>(type: "double precision", nullable: true),
                Moisture = table.Column<double>(type: "double precision", nullable: true),
                Pressure = table.Column<double>(type: "double precision", nullable: true),
                ValveFactor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                ValveCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OutletFiling", x => x.Id);
                table.ForeignKey(
                    name: "FK_OutletFiling_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "StandardCheckResult",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                DeviceId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Reading = table.Column<double>(type: "double precision", nullable: false),
                StandardValue = table.Column<double>(type: "double precision", nullable: false),
                DevicePassed = table.Column<bool>(type: "boolean", nullable: false),
                Passes = table.Column<bool>(type: "boolean", nullable: false),
                Basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                LogId = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_StandardCheckResult", x => x.Id);
                table.ForeignKey(
                    name: "FK_StandardCheckResult_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "ValveOrder",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                PointId = table.Column<int>(type: "integer", nullable: false),
                IsShutting = table.Column<bool>(type: "boolean", nullable: false),
                Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                By = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                CommandId = table.Column<long>(type: "bigint", nullable: true),
                Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                AnsweredBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ValveOrder", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "DischargeQuota",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                OutletId = table.Column<int>(type: "integer", nullable: false),
                CardNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                From = table.Column<DateOnly>(type: "date", nullable: true),
                To = table.Column<DateOnly>(type: "date", nullable: true),
                Quota = table.Column<double>(type: "double precision", nullable: true),
                Unit = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DischargeQuota", x => x.Id);
                table.ForeignKey(
                    name: "FK_DischargeQuota_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_DischargeQuota_OutletFiling_OutletId",
                    column: x => x.OutletId,
                    principalTable: "OutletFiling",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "InstrumentCheck",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                OutletId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                CheckedAt = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                Reading = table.Column<double>(type: "double precision", nullable: true),
                Reference = table.Column<double>(type: "double precision", nullable: true),
                FullScale = table.Column<double>(type: "double precision", nullable: true),
                CheckedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_InstrumentCheck", x => x.Id);
                table.ForeignKey(
                    name: "FK_InstrumentCheck_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_InstrumentCheck_OutletFiling_OutletId",
                    column: x => x.OutletId,
                    principalTable: "OutletFiling",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "OutletInstrument",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                OutletId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Make = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Serial = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Principle = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                RangeFrom = table.Column<double>(type: "double precision", nullable: true),
                RangeTo = table.Column<double>(type: "double precision", nullable: true),
                Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                AcceptanceNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                CalibrationDays = table.Column<double>(type: "double precision", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OutletInstrument", x => x.Id);
                table.ForeignKey(
                    name: "FK_OutletInstrument_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_OutletInstrument_OutletFiling_OutletId",
                    column: x => x.OutletId,
                    principalTable: "OutletFiling",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_CheckRun_CommandId",
            table: "CheckRun",
            column: "CommandId");

        migrationBuilder.CreateIndex(
            name: "IX_CheckRun_DueAt",
            table: "CheckRun",
            column: "DueAt");

        migrationBuilder.CreateIndex(
            name: "IX_CheckRun_ScheduleId_DueAt",
            table: "CheckRun",
            columns: new[] { "ScheduleId", "DueAt" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_CheckSchedule_Mn_Factor_From",
            table: "CheckSchedule",
            columns: new[] { "Mn", "Factor", "From" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_DischargeQuota_EnterpriseId",
            table: "DischargeQuota",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_DischargeQuota_OutletId_Factor_From",
            table: "DischargeQuota",
            columns: new[] { "OutletId", "Factor", "From" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_InstrumentCheck_EnterpriseId",
            table: "InstrumentCheck",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_InstrumentCheck_OutletId",
            table: "InstrumentCheck",
            column: "OutletId");

        migrationBuilder.CreateIndex(
            name: "IX_InstrumentRecord_DeviceId_At_Factor_Code_Value",
            table: "InstrumentRecord",
            columns: new[] { "DeviceId", "At", "Factor", "Code", "Value" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_OutletDay_Day",
            table: "OutletDay",
            column: "Day");

        migrationBuilder.CreateIndex(
            name: "IX_OutletDay_EnterpriseId_Day",
            table: "OutletDay",
            columns: new[] { "EnterpriseId", "Day" });

        migrationBuilder.CreateIndex(
            name: "IX_OutletFiling_EnterpriseId",
            table: "OutletFiling",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_OutletFiling_Point",
            table: "OutletFiling",
            column: "Point",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_OutletInstrument_EnterpriseId",
            table: "OutletInstrument",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_OutletInstrument_OutletId_Factor_Serial",
            table: "OutletInstrument",
            columns: new[] { "OutletId", "Factor", "Serial" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_StandardCheckResult_DeviceId_At_Factor",
            table: "StandardCheckResult",
            columns: new[] { "DeviceId", "At", "Factor" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_ValveOrder_PointId_At",
            table: "ValveOrder",
            columns: new[] { "PointId", "At" });
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "CheckRun");

        migrationBuilder.DropTable(
            name: "CheckSchedule");

        migrationBuilder.DropTable(
            name: "DischargeQuota");

        migrationBuilder.DropTable(
            name: "InstrumentCheck");

        migrationBuilder.DropTable(
            name: "InstrumentRecord");

        migrationBuilder.DropTable(
            name: "InstrumentState");

        migrationBuilder.DropTable(
            name: "Lease");

        migrationBuilder.DropTable(
            name: "OutletDay");

        migrationBuilder.DropTable(
            name: "OutletInstrument");

        migrationBuilder.DropTable(
            name: "StandardCheckResult");

        migrationBuilder.DropTable(
            name: "ValveOrder");

        migrationBuilder.DropTable(
            name: "OutletFiling");

        migrationBuilder.AlterColumn<string>(
            name: "PointName",
            table: "AlarmRule",
            type: "character varying(100)",
            maxLength: 100,
            nullable: false,
            oldClrType: typeof(string),
            oldType: "character varying(1000)",
            oldMaxLength: 1000);
    }
}
