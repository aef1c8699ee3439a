using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Postgres;

/// <inheritdoc />
public partial class QualityAlarmsRelay : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>(
            name: "EnterpriseId",
            table: "MonitoringPoint",
            type: "integer",
            nullable: true);

        migrationBuilder.AddColumn<int>(
            name: "PermitOutletId",
            table: "MonitoringPoint",
            type: "integer",
            nullable: true);

        migrationBuilder.AlterColumn<int>(
            name: "DeviceId",
            table: "Channel",
            type: "integer",
            nullable: true,
            oldClrType: typeof(int),
            oldType: "integer");

        migrationBuilder.CreateTable(
            name: "Alarm",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Kind = table.Column<int>(type: "integer", nullable: false),
                Interval = table.Column<byte>(type: "smallint", nullable: false),
                Level = table.Column<int>(type: "integer", nullable: false),
                Cause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                OpenCause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Enterprise = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                PointId = table.Column<int>(type: "integer", nullable: true),
                OutletId = table.Column<int>(type: "integer", nullable: true),
                Point = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                DeviceId = table.Column<int>(type: "integer", nullable: true),
                Mn = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                ChannelId = table.Column<int>(type: "integer", nullable: true),
                FactorCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Factor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                Limit = table.Column<double>(type: "double precision", nullable: true),
                Basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                IsLate = table.Column<bool>(type: "boolean", nullable: false),
                ClosesItself = table.Column<bool>(type: "boolean", nullable: false),
                FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                FirstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                FirstValue = table.Column<double>(type: "double precision", nullable: true),
                WorstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                WorstValue = table.Column<double>(type: "double precision", nullable: true),
                LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                LastValue = table.Column<double>(type: "double precision", nullable: true),
                Count = table.Column<int>(type: "integer", nullable: false),
                Raises = table.Column<int>(type: "integer", nullable: false),
                EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                State = table.Column<int>(type: "integer", nullable: false),
                AcknowledgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                AcknowledgedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                AssigneeId = table.Column<int>(type: "integer", nullable: true),
                Assignee = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                HandledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                HandledBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Reason = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Measures = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                Explanation = table.Column<int>(type: "integer", nullable: false),
                ExplanationDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                IsOverdueTold = table.Column<bool>(type: "boolean", nullable: false),
                ExplanationText = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                ExplainedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                ExplainedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                ReviewRemark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                ShelvedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                EscalateAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                ClosedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Version = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Alarm", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AlarmRule",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Data = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Level = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                IsOff = table.Column<bool>(type: "boolean", nullable: true),
                PointKind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                EnterpriseId = table.Column<int>(type: "integer", nullable: true),
                OutletId = table.Column<int>(type: "integer", nullable: true),
                PointName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Upper = table.Column<double>(type: "double precision", nullable: true),
                Lower = table.Column<double>(type: "double precision", nullable: true),
                Share = table.Column<double>(type: "double precision", nullable: true),
                UrgentShare = table.Column<double>(type: "double precision", nullable: true),
                DelayMinutes = table.Column<double>(type: "double precision", nullable: true),
                DeadBand = table.Column<double>(type: "double precision", nullable: true),
                EscalateMinutes = table.Column<double>(type: "double precision", nullable: true),
                ClosesItself = table.Column<bool>(type: "boolean", nullable: true),
                Days = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                ActiveFrom = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                ActiveTo = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AlarmRule", x => x.Id);
                table.ForeignKey(
                    name: "FK_AlarmRule_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_AlarmRule_PermitOutlet_OutletId",
                    column: x => x.OutletId,
                    principalTable: "PermitOutlet",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ConfirmedLimit",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ConfirmedLimit", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Delivery",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Channel = table.Column<int>(type: "integer", nullable: false),
                AccountId = table.Column<int>(type: "integer", nullable: true),
                Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                Text = table.Column<string>(type: "character varying(4200)", maxLength: 4200, nullable: false),
                Href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                Level = table.Column<int>(type: "integer", nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                State = table.Column<int>(type: "integer", nullable: false),
                DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                Attempts = table.Column<int>(type: "integer", nullable: false),
                Error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Delivery", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ExemptionPlan",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                OutletId = table.Column<int>(type: "integer", nullable: true),
                PointName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                FromDay = table.Column<DateOnly>(type: "date", nullable: true),
                FromTime = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                ToDay = table.Column<DateOnly>(type: "date", nullable: true),
                ToTime = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                Why = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ExemptionPlan", x => x.Id);
                table.ForeignKey(
                    name: "FK_ExemptionPlan_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_ExemptionPlan_PermitOutlet_OutletId",
                    column: x => x.OutletId,
                    principalTable: "PermitOutlet",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ForecastIssue",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                StationId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                LastHour = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Content = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ForecastIssue", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Notice",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Event = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Level = table.Column<int>(type: "integer", nullable: false),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Permission = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Group = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                Text = table.Column<string>(type: "character varying(4200)", maxLength: 4200, nullable: false),
                Href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                GroupHref = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                AccountId = table.Column<int>(type: "integer", nullable: true),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                SpreadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Notice", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "NotificationPreference",
            columns: table => new
            {
                AccountId = table.Column<int>(type: "integer", nullable: false),
                IsMuted = table.Column<bool>(type: "boolean", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_NotificationPreference", x => x.AccountId);
                table.ForeignKey(
                    name: "FK_NotificationPreference_Account_AccountId",
                    column: x => x.AccountId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "NotificationRule",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Channel = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Event = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Level = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Role = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                UserName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                EnterpriseId = table.Column<int>(type: "integer", nullable: true),
                Robot = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Days = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                ActiveFrom = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                ActiveTo = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                IsOff = table.Column<bool>(type: "boolean", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_NotificationRule", x => x.Id);
                table.ForeignKey(
                    name: "FK_NotificationRule_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "PushKey",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false),
                PrivateKey = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PushKey", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "PushSubscription",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                AccountId = table.Column<int>(type: "integer", nullable: false),
                Endpoint = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Secret = table.Column<string>(type: "text", nullable: false),
                Agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PushSubscription", x => x.Id);
                table.ForeignKey(
                    name: "FK_PushSubscription_Account_AccountId",
                    column: x => x.AccountId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "QualityStation",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Medium = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Point = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                RegionCode = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Longitude = table.Column<double>(type: "double precision", nullable: true),
                Latitude = table.Column<double>(type: "double precision", nullable: true),
                Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                BuiltOn = table.Column<DateOnly>(type: "date", nullable: true),
                Authority = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                ManagementLevel = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Head = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                WaterKind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Class = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                IsAssessed = table.Column<bool>(type: "boolean", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_QualityStation", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ReadingReview",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                ChannelId = table.Column<int>(type: "integer", nullable: false),
                Interval = table.Column<byte>(type: "smallint", nullable: false),
                From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Action = table.Column<int>(type: "integer", nullable: false),
                Value = table.Column<double>(type: "double precision", nullable: true),
                Comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Readings = table.Column<int>(type: "integer", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ReadingReview", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "StoredForecast",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                StationId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                TrainedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Hours = table.Column<int>(type: "integer", nullable: false),
                Refusal = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                BackTest = table.Column<string>(type: "text", nullable: false),
                Content = table.Column<byte[]>(type: "bytea", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_StoredForecast", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "UpperPlatform",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                Port = table.Column<int>(type: "integer", nullable: false),
                UsesTls = table.Column<bool>(type: "boolean", nullable: false),
                CertificateFingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                Version = table.Column<byte>(type: "smallint", nullable: false),
                Password = table.Column<string>(type: "text", nullable: false),
                EncryptionKey = table.Column<string>(type: "text", nullable: false),
                Data = table.Column<int>(type: "integer", nullable: false),
                WantsAnswer = table.Column<bool>(type: "boolean", nullable: false),
                TimeoutSeconds = table.Column<int>(type: "integer", nullable: false),
                Retries = table.Column<int>(type: "integer", nullable: false),
                IsEnabled = table.Column<bool>(type: "boolean", nullable: false),
                StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_UpperPlatform", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AlarmStep",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                AlarmId = table.Column<int>(type: "integer", nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                AccountId = table.Column<int>(type: "integer", nullable: true),
                Who = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AlarmStep", x => x.Id);
                table.ForeignKey(
                    name: "FK_AlarmStep_Alarm_AlarmId",
                    column: x => x.AlarmId,
                    principalTable: "Alarm",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "LocalLimit",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Medium = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                StationId = table.Column<int>(type: "integer", nullable: true),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Averaging = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Class = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Lower = table.Column<double>(type: "double precision", nullable: true),
                Upper = table.Column<double>(type: "double precision", nullable: true),
                Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                StandardNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                StandardName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                From = table.Column<DateOnly>(type: "date", nullable: true),
                To = table.Column<DateOnly>(type: "date", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_LocalLimit", x => x.Id);
                table.ForeignKey(
                    name: "FK_LocalLimit_QualityStation_StationId",
                    column: x => x.StationId,
                    principalTable: "QualityStation",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "ManualResult",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                StationId = table.Column<int>(type: "integer", nullable: false),
                SampledOn = table.Column<DateOnly>(type: "date", nullable: true),
                SampledAt = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Result = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Laboratory = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Report = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
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
                table.PrimaryKey("PK_ManualResult", x => x.Id);
                table.ForeignKey(
                    name: "FK_ManualResult_QualityStation_StationId",
                    column: x => x.StationId,
                    principalTable: "QualityStation",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "MonitoringPlan",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                StationId = table.Column<int>(type: "integer", nullable: false),
                Factors = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Frequency = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                TimesEach = table.Column<int>(type: "integer", nullable: true),
                From = table.Column<DateOnly>(type: "date", nullable: true),
                To = table.Column<DateOnly>(type: "date", nullable: true),
                Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
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
                table.PrimaryKey("PK_MonitoringPlan", x => x.Id);
                table.ForeignKey(
                    name: "FK_MonitoringPlan_QualityStation_StationId",
                    column: x => x.StationId,
                    principalTable: "QualityStation",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "OwedTelegram",
            columns: table => new
            {
                PlatformId = table.Column<int>(type: "integer", nullable: false),
                LogId = table.Column<long>(type: "bigint", nullable: false),
                DeviceId = table.Column<int>(type: "integer", nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OwedTelegram", x => new { x.PlatformId, x.LogId });
                table.ForeignKey(
                    name: "FK_OwedTelegram_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_OwedTelegram_UpperPlatform_PlatformId",
                    column: x => x.PlatformId,
                    principalTable: "UpperPlatform",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "RelayCursor",
            columns: table => new
            {
                PlatformId = table.Column<int>(type: "integer", nullable: false),
                Lane = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                ThroughId = table.Column<long>(type: "bigint", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RelayCursor", x => new { x.PlatformId, x.Lane });
                table.ForeignKey(
                    name: "FK_RelayCursor_UpperPlatform_PlatformId",
                    column: x => x.PlatformId,
                    principalTable: "UpperPlatform",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "RelayedDevice",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                PlatformId = table.Column<int>(type: "integer", nullable: false),
                DeviceId = table.Column<int>(type: "integer", nullable: false),
                Mn = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                Password = table.Column<string>(type: "text", nullable: false),
                SystemCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RelayedDevice", x => x.Id);
                table.ForeignKey(
                    name: "FK_RelayedDevice_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_RelayedDevice_UpperPlatform_PlatformId",
                    column: x => x.PlatformId,
                    principalTable: "UpperPlatform",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "RelayEvent",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                PlatformId = table.Column<int>(type: "integer", nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Kind = table.Column<int>(type: "integer", nullable: false),
                Mn = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                Text = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RelayEvent", x => x.Id);
                table.ForeignKey(
                    name: "FK_RelayEvent_UpperPlatform_PlatformId",
                    column: x => x.PlatformId,
                    principalTable: "UpperPlatform",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "RelayHold",
            columns: table => new
            {
                PlatformId = table.Column<int>(type: "integer", nullable: false),
                DeviceId = table.Column<int>(type: "integer", nullable: false),
                Reason = table.Column<string>(type: "text", nullable: false),
                Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                RetryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RelayHold", x => new { x.PlatformId, x.DeviceId });
                table.ForeignKey(
                    name: "FK_RelayHold_Device_DeviceId",
                    column: x => x.DeviceId,
                    principalTable: "Device",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_RelayHold_UpperPlatform_PlatformId",
                    column: x => x.PlatformId,
                    principalTable: "UpperPlatform",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "RelayState",
            columns: table => new
            {
                PlatformId = table.Column<int>(type: "integer", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                Holder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                HeldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Link = table.Column<int>(type: "integer", nullable: false),
                LinkSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                Sent = table.Column<long>(type: "bigint", nullable: false),
                LastSentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                LastError = table.Column<string>(type: "text", nullable: false),
                LastErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RelayState", x => x.PlatformId);
                table.ForeignKey(
                    name: "FK_RelayState_UpperPlatform_PlatformId",
                    column: x => x.PlatformId,
                    principalTable: "UpperPlatform",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_MonitoringPoint_EnterpriseId",
            table: "MonitoringPoint",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_Alarm_Cause_FirstAt",
            table: "Alarm",
            columns: new[] { "Cause", "FirstAt" });

        migrationBuilder.CreateIndex(
            name: "IX_Alarm_DeviceId",
            table: "Alarm",
            column: "DeviceId");

        migrationBuilder.CreateIndex(
            name: "IX_Alarm_EnterpriseId_FirstAt",
            table: "Alarm",
            columns: new[] { "EnterpriseId", "FirstAt" });

        migrationBuilder.CreateIndex(
            name: "IX_Alarm_FirstAt",
            table: "Alarm",
            column: "FirstAt");

        migrationBuilder.CreateIndex(
            name: "IX_Alarm_OpenCause",
            table: "Alarm",
            column: "OpenCause",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Alarm_State_Level",
            table: "Alarm",
            columns: new[] { "State", "Level" });

        migrationBuilder.CreateIndex(
            name: "IX_AlarmRule_EnterpriseId",
            table: "AlarmRule",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_AlarmRule_Name",
            table: "AlarmRule",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_AlarmRule_OutletId",
            table: "AlarmRule",
            column: "OutletId");

        migrationBuilder.CreateIndex(
            name: "IX_AlarmStep_AlarmId_Id",
            table: "AlarmStep",
            columns: new[] { "AlarmId", "Id" });

        migrationBuilder.CreateIndex(
            name: "IX_ConfirmedLimit_Key",
            table: "ConfirmedLimit",
            column: "Key",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Delivery_Channel_At",
            table: "Delivery",
            columns: new[] { "Channel", "At" });

        migrationBuilder.CreateIndex(
            name: "IX_Delivery_State_DueAt",
            table: "Delivery",
            columns: new[] { "State", "DueAt" });

        migrationBuilder.CreateIndex(
            name: "IX_ExemptionPlan_EnterpriseId_Title",
            table: "ExemptionPlan",
            columns: new[] { "EnterpriseId", "Title" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_ExemptionPlan_OutletId",
            table: "ExemptionPlan",
            column: "OutletId");

        migrationBuilder.CreateIndex(
            name: "IX_ForecastIssue_LastHour",
            table: "ForecastIssue",
            column: "LastHour");

        migrationBuilder.CreateIndex(
            name: "IX_ForecastIssue_StationId_Factor_LastHour",
            table: "ForecastIssue",
            columns: new[] { "StationId", "Factor", "LastHour" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_LocalLimit_Medium_StationId_Factor_Averaging_Class_Standard~",
            table: "LocalLimit",
            columns: new[] { "Medium", "StationId", "Factor", "Averaging", "Class", "StandardNumber", "From" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_LocalLimit_StationId",
            table: "LocalLimit",
            column: "StationId");

        migrationBuilder.CreateIndex(
            name: "IX_ManualResult_StationId_SampledOn_SampledAt_Factor",
            table: "ManualResult",
            columns: new[] { "StationId", "SampledOn", "SampledAt", "Factor" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_MonitoringPlan_StationId_Factors_From",
            table: "MonitoringPlan",
            columns: new[] { "StationId", "Factors", "From" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_Notice_SpreadAt",
            table: "Notice",
            column: "SpreadAt");

        migrationBuilder.CreateIndex(
            name: "IX_NotificationRule_EnterpriseId",
            table: "NotificationRule",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_NotificationRule_Name",
            table: "NotificationRule",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_OwedTelegram_DeviceId",
            table: "OwedTelegram",
            column: "DeviceId");

        migrationBuilder.CreateIndex(
            name: "IX_OwedTelegram_PlatformId_DeviceId_At_LogId",
            table: "OwedTelegram",
            columns: new[] { "PlatformId", "DeviceId", "At", "LogId" });

        migrationBuilder.CreateIndex(
            name: "IX_PushSubscription_AccountId",
            table: "PushSubscription",
            column: "AccountId");

        migrationBuilder.CreateIndex(
            name: "IX_PushSubscription_Endpoint",
            table: "PushSubscription",
            column: "Endpoint",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_QualityStation_Name",
            table: "QualityStation",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_ReadingReview_ChannelId_Interval_From",
            table: "ReadingReview",
            columns: new[] { "ChannelId", "Interval", "From" });

        migrationBuilder.CreateIndex(
            name: "IX_ReadingReview_Readings",
            table: "ReadingReview",
            column: "Readings");

        migrationBuilder.CreateIndex(
            name: "IX_RelayedDevice_DeviceId",
            table: "RelayedDevice",
            column: "DeviceId");

        migrationBuilder.CreateIndex(
            name: "IX_RelayedDevice_PlatformId_DeviceId",
            table: "RelayedDevice",
            columns: new[] { "PlatformId", "DeviceId" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_RelayEvent_PlatformId_Id",
            table: "RelayEvent",
            columns: new[] { "PlatformId", "Id" });

        migrationBuilder.CreateIndex(
            name: "IX_RelayHold_DeviceId",
            table: "RelayHold",
            column: "DeviceId");

        migrationBuilder.CreateIndex(
            name: "IX_StoredForecast_StationId_Factor",
            table: "StoredForecast",
            columns: new[] { "StationId", "Factor" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_UpperPlatform_Name",
            table: "UpperPlatform",
            column: "Name",
            unique: true);

        // Points of before name their enterprise; where one enterprise has that name, the point is its.
        migrationBuilder.Sql("""
            UPDATE "MonitoringPoint" SET "EnterpriseId" = (SELECT MIN(e."Id") FROM "Enterprise" e WHERE e."Name" = "MonitoringPoint"."Enterprise" AND e."DeletedAt" IS NULL HAVING COUNT(*) = 1)
            WHERE "Enterprise" <> '';
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "AlarmRule");

        migrationBuilder.DropTable(
            name: "AlarmStep");

        migrationBuilder.DropTable(
            name: "ConfirmedLimit");

        migrationBuilder.DropTable(
            name: "Delivery");

        migrationBuilder.DropTable(
            name: "ExemptionPlan");

        migrationBuilder.DropTable(
            name: "ForecastIssue");

        migrationBuilder.DropTable(
            name: "LocalLimit");

        migrationBuilder.DropTable(
            name: "ManualResult");

        migrationBuilder.DropTable(
            name: "MonitoringPlan");

        migrationBuilder.DropTable(
            name: "Notice");

        migrationBuilder.DropTable(
            name: "NotificationPreference");

        migrationBuilder.DropTable(
            name: "NotificationRule");

        migrationBuilder.DropTable(
            name: "OwedTelegram");

        migrationBuilder.DropTable(
            name: "PushKey");

        migrationBuilder.DropTable(
            name: "PushSubscription");

        migrationBuilder.DropTable(
            name: "ReadingReview");

        migrationBuilder.DropTable(
            name: "RelayCursor");

        migrationBuilder.DropTable(
            name: "RelayedDevice");

        migrationBuilder.DropTable(
            name: "RelayEvent");

        migrationBuilder.DropTable(
            name: "RelayHold");

        migrationBuilder.DropTable(
            name: "RelayState");

        migrationBuilder.DropTable(
            name: "StoredForecast");

        migrationBuilder.DropTable(
            name: "Alarm");

        migrationBuilder.DropTable(
            name: "QualityStation");

        migrationBuilder.DropTable(
            name: "UpperPlatform");

        migrationBuilder.DropIndex(
            name: "IX_MonitoringPoint_EnterpriseId",
            table: "MonitoringPoint");

        migrationBuilder.DropColumn(
            name: "EnterpriseId",
            table: "MonitoringPoint");

        migrationBuilder.DropColumn(
            name: "PermitOutletId",
            table: "MonitoringPoint");

        migrationBuilder.AlterColumn<int>(
            name: "DeviceId",
            table: "Channel",
            type: "integer",
            nullable: false,
            defaultValue: 0,
            oldClrType: typeof(int),
            oldType: "integer",
            oldNullable: true);
    }
}
