using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Postgres;

/// <inheritdoc />
public partial class RecordKit : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ControlUnit",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                UnitClass = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Requirements = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                IssuedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                Shape = table.Column<string>(type: "text", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ControlUnit", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "CustomField",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Label = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Kind = table.Column<int>(type: "integer", nullable: false),
                Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Choices = table.Column<List<string>>(type: "text[]", nullable: false),
                IsRequired = table.Column<bool>(type: "boolean", nullable: false),
                IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CustomField", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "EcologicalArea",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Function = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Area = table.Column<double>(type: "double precision", nullable: true),
                Requirements = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Shape = table.Column<string>(type: "text", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_EcologicalArea", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Enterprise",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                CreditCode = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                ShortName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                RegionCode = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Industry = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                PermitCategory = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Scale = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                RiskGrade = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                LegalPerson = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                EnvironmentOfficer = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                EmergencyPhone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                Employees = table.Column<int>(type: "integer", nullable: true),
                SiteArea = table.Column<double>(type: "double precision", nullable: true),
                IsKeyForWater = table.Column<bool>(type: "boolean", nullable: true),
                IsKeyForAir = table.Column<bool>(type: "boolean", nullable: true),
                IsKeyForSoil = table.Column<bool>(type: "boolean", nullable: true),
                Products = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Materials = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Processes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Longitude = table.Column<double>(type: "double precision", nullable: true),
                Latitude = table.Column<double>(type: "double precision", nullable: true),
                Boundary = table.Column<string>(type: "text", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Enterprise", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "FileContent",
            columns: table => new
            {
                Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FileContent", x => x.Hash);
            });

        migrationBuilder.CreateTable(
            name: "KnownPermission",
            columns: table => new
            {
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_KnownPermission", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "Message",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                AccountId = table.Column<int>(type: "integer", nullable: false),
                Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                Href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Message", x => x.Id);
                table.ForeignKey(
                    name: "FK_Message_Account_AccountId",
                    column: x => x.AccountId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Milestone",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Day = table.Column<DateOnly>(type: "date", nullable: true),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Milestone", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ParkFacility",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Operator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Capacity = table.Column<double>(type: "double precision", nullable: true),
                CapacityUnit = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Load = table.Column<double>(type: "double precision", nullable: true),
                RunningState = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                StateSince = table.Column<DateOnly>(type: "date", nullable: true),
                DischargesTo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Process = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Longitude = table.Column<double>(type: "double precision", nullable: true),
                Latitude = table.Column<double>(type: "double precision", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ParkFacility", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ParkProfile",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Code = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                RegionCode = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Longitude = table.Column<double>(type: "double precision", nullable: true),
                Latitude = table.Column<double>(type: "double precision", nullable: true),
                PlannedArea = table.Column<double>(type: "double precision", nullable: true),
                DevelopedArea = table.Column<double>(type: "double precision", nullable: true),
                Level = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                BoundaryNote = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Overview = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Positioning = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                EnterpriseCount = table.Column<int>(type: "integer", nullable: true),
                FoundedOn = table.Column<DateOnly>(type: "date", nullable: true),
                PlanningEiaName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                PlanningEiaApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                PlanningEiaAuthority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                PlanningEiaNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                History = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                SewageTreatment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                CentralHeating = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                WasteTreatment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Boundary = table.Column<string>(type: "text", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ParkProfile", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ParkSetting",
            columns: table => new
            {
                Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Value = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ParkSetting", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "PlanningProcedure",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                Compiler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Requirements = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Progress = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PlanningProcedure", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Proposal",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                RecordId = table.Column<int>(type: "integer", nullable: true),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                State = table.Column<int>(type: "integer", nullable: false),
                BasedOn = table.Column<int>(type: "integer", nullable: true),
                Content = table.Column<string>(type: "text", nullable: false),
                By = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                AccountId = table.Column<int>(type: "integer", nullable: true),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                DecidedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                Version = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Proposal", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Receptor",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Population = table.Column<int>(type: "integer", nullable: true),
                Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Contact = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                Longitude = table.Column<double>(type: "double precision", nullable: true),
                Latitude = table.Column<double>(type: "double precision", nullable: true),
                Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Receptor", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "RecordRevision",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                RecordId = table.Column<int>(type: "integer", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                By = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Action = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                Content = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RecordRevision", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Road",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Width = table.Column<double>(type: "double precision", nullable: true),
                Limits = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Shape = table.Column<string>(type: "text", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Road", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "SavedView",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                AccountId = table.Column<int>(type: "integer", nullable: false),
                Page = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SavedView", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "WaterBody",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Position = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                TargetClass = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                FlowsTo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Function = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Shape = table.Column<string>(type: "text", nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_WaterBody", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "DischargePermit",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                Category = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                IssuedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                State = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Requirements = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DischargePermit", x => x.Id);
                table.ForeignKey(
                    name: "FK_DischargePermit_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "EnterpriseContact",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Duty = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                Email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_EnterpriseContact", x => x.Id);
                table.ForeignKey(
                    name: "FK_EnterpriseContact_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "EnterpriseEia",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                Project = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                ApprovalNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                Acceptance = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Requirements = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_EnterpriseEia", x => x.Id);
                table.ForeignKey(
                    name: "FK_EnterpriseEia_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "Attachment",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                RecordId = table.Column<int>(type: "integer", nullable: false),
                FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Size = table.Column<long>(type: "bigint", nullable: false),
                Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                By = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                RemovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Attachment", x => x.Id);
                table.ForeignKey(
                    name: "FK_Attachment_FileContent_Hash",
                    column: x => x.Hash,
                    principalTable: "FileContent",
                    principalColumn: "Hash",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "PermitOutlet",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                PermitId = table.Column<int>(type: "integer", nullable: false),
                Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Height = table.Column<double>(type: "double precision", nullable: true),
                Diameter = table.Column<double>(type: "double precision", nullable: true),
                DischargesTo = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Longitude = table.Column<double>(type: "double precision", nullable: true),
                Latitude = table.Column<double>(type: "double precision", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PermitOutlet", x => x.Id);
                table.ForeignKey(
                    name: "FK_PermitOutlet_DischargePermit_PermitId",
                    column: x => x.PermitId,
                    principalTable: "DischargePermit",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_PermitOutlet_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateTable(
            name: "PermitLimit",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                EnterpriseId = table.Column<int>(type: "integer", nullable: false),
                OutletId = table.Column<int>(type: "integer", nullable: false),
                Factor = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Limit = table.Column<double>(type: "double precision", nullable: true),
                Unit = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Rate = table.Column<double>(type: "double precision", nullable: true),
                AnnualTotal = table.Column<double>(type: "double precision", nullable: true),
                Standard = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                Revision = table.Column<int>(type: "integer", nullable: false),
                UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                UpdatedBy = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                DeletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                DeletedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                Custom = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PermitLimit", x => x.Id);
                table.ForeignKey(
                    name: "FK_PermitLimit_Enterprise_EnterpriseId",
                    column: x => x.EnterpriseId,
                    principalTable: "Enterprise",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "FK_PermitLimit_PermitOutlet_OutletId",
                    column: x => x.OutletId,
                    principalTable: "PermitOutlet",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Attachment_Hash",
            table: "Attachment",
            column: "Hash");

        migrationBuilder.CreateIndex(
            name: "IX_Attachment_Type_RecordId",
            table: "Attachment",
            columns: new[] { "Type", "RecordId" });

        migrationBuilder.CreateIndex(
            name: "IX_ControlUnit_Code",
            table: "ControlUnit",
            column: "Code",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_CustomField_Type_Name",
            table: "CustomField",
            columns: new[] { "Type", "Name" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_DischargePermit_EnterpriseId",
            table: "DischargePermit",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_DischargePermit_Number",
            table: "DischargePermit",
            column: "Number",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_EcologicalArea_Name",
            table: "EcologicalArea",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_Enterprise_CreditCode",
            table: "Enterprise",
            column: "CreditCode",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_EnterpriseContact_EnterpriseId_Name",
            table: "EnterpriseContact",
            columns: new[] { "EnterpriseId", "Name" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_EnterpriseEia_EnterpriseId_Project",
            table: "EnterpriseEia",
            columns: new[] { "EnterpriseId", "Project" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_Message_AccountId_ReadAt_Id",
            table: "Message",
            columns: new[] { "AccountId", "ReadAt", "Id" });

        migrationBuilder.CreateIndex(
            name: "IX_ParkFacility_Name",
            table: "ParkFacility",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_ParkProfile_Code",
            table: "ParkProfile",
            column: "Code",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_PermitLimit_EnterpriseId",
            table: "PermitLimit",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_PermitLimit_OutletId",
            table: "PermitLimit",
            column: "OutletId");

        migrationBuilder.CreateIndex(
            name: "IX_PermitOutlet_EnterpriseId_Code",
            table: "PermitOutlet",
            columns: new[] { "EnterpriseId", "Code" },
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_PermitOutlet_PermitId",
            table: "PermitOutlet",
            column: "PermitId");

        migrationBuilder.CreateIndex(
            name: "IX_PlanningProcedure_Name",
            table: "PlanningProcedure",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_Proposal_EnterpriseId",
            table: "Proposal",
            column: "EnterpriseId");

        migrationBuilder.CreateIndex(
            name: "IX_Proposal_State_Type",
            table: "Proposal",
            columns: new[] { "State", "Type" });

        migrationBuilder.CreateIndex(
            name: "IX_Receptor_Name",
            table: "Receptor",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_RecordRevision_Type_RecordId_Revision",
            table: "RecordRevision",
            columns: new[] { "Type", "RecordId", "Revision" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_Road_Name",
            table: "Road",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        migrationBuilder.CreateIndex(
            name: "IX_SavedView_AccountId_Page_Name",
            table: "SavedView",
            columns: new[] { "AccountId", "Page", "Name" },
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_WaterBody_Name",
            table: "WaterBody",
            column: "Name",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Attachment");

        migrationBuilder.DropTable(
            name: "ControlUnit");

        migrationBuilder.DropTable(
            name: "CustomField");

        migrationBuilder.DropTable(
            name: "EcologicalArea");

        migrationBuilder.DropTable(
            name: "EnterpriseContact");

        migrationBuilder.DropTable(
            name: "EnterpriseEia");

        migrationBuilder.DropTable(
            name: "KnownPermission");

        migrationBuilder.DropTable(
            name: "Message");

        migrationBuilder.DropTable(
            name: "Milestone");

        migrationBuilder.DropTable(
            name: "ParkFacility");

        migrationBuilder.DropTable(
            name: "ParkProfile");

        migrationBuilder.DropTable(
            name: "ParkSetting");

        migrationBuilder.DropTable(
            name: "PermitLimit");

        migrationBuilder.DropTable(
            name: "PlanningProcedure");

        migrationBuilder.DropTable(
            name: "Proposal");

        migrationBuilder.DropTable(
            name: "Receptor");

        migrationBuilder.DropTable(
            name: "RecordRevision");

        migrationBuilder.DropTable(
            name: "Road");

        migrationBuilder.DropTable(
            name: "SavedView");

        migrationBuilder.DropTable(
            name: "WaterBody");

        migrationBuilder.DropTable(
            name: "FileContent");

        migrationBuilder.DropTable(
            name: "PermitOutlet");

        migrationBuilder.DropTable(
            name: "DischargePermit");

        migrationBuilder.DropTable(
            name: "Enterprise");
    }
}
