using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Postgres;

/// <inheritdoc />
public partial class Accounts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Account",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                DisplayName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Department = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                EnterpriseId = table.Column<int>(type: "integer", nullable: true),
                IsDisabled = table.Column<bool>(type: "boolean", nullable: false),
                MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                PasswordChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                LastSignInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                PasswordHash = table.Column<string>(type: "text", nullable: true),
                SecurityStamp = table.Column<string>(type: "text", nullable: true),
                UserName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                NormalizedUserName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                Email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                NormalizedEmail = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                PhoneNumber = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Account", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AccountClaim",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                UserId = table.Column<int>(type: "integer", nullable: false),
                ClaimType = table.Column<string>(type: "text", nullable: true),
                ClaimValue = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountClaim", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AccountLogin",
            columns: table => new
            {
                LoginProvider = table.Column<string>(type: "text", nullable: false),
                ProviderKey = table.Column<string>(type: "text", nullable: false),
                ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                UserId = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
            });

        migrationBuilder.CreateTable(
            name: "AuditEntry",
            columns: table => new
            {
                Id = table.Column<long>(type: "bigint", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                AccountId = table.Column<int>(type: "integer", nullable: true),
                Who = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Remote = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                Action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                Subject = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                SubjectId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                Detail = table.Column<string>(type: "text", nullable: false),
                Number = table.Column<long>(type: "bigint", nullable: true),
                Seal = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AuditEntry", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ProtectionKey",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Xml = table.Column<string>(type: "text", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ProtectionKey", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Role",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Title = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                Administration = table.Column<int>(type: "integer", nullable: false),
                IsOfEnterprise = table.Column<bool>(type: "boolean", nullable: false),
                Permissions = table.Column<List<string>>(type: "text[]", nullable: false),
                Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                NormalizedName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                ConcurrencyStamp = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Role", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "RoleClaim",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                RoleId = table.Column<int>(type: "integer", nullable: false),
                ClaimType = table.Column<string>(type: "text", nullable: true),
                ClaimValue = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RoleClaim", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AccountSession",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "uuid", nullable: false),
                AccountId = table.Column<int>(type: "integer", nullable: false),
                StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                EndReason = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                Remote = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                Agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountSession", x => x.Id);
                table.ForeignKey(
                    name: "FK_AccountSession_Account_AccountId",
                    column: x => x.AccountId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "AccountToken",
            columns: table => new
            {
                UserId = table.Column<int>(type: "integer", nullable: false),
                LoginProvider = table.Column<string>(type: "text", nullable: false),
                Name = table.Column<string>(type: "text", nullable: false),
                Value = table.Column<string>(type: "text", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountToken", x => new { x.UserId, x.LoginProvider, x.Name });
                table.ForeignKey(
                    name: "FK_AccountToken_Account_UserId",
                    column: x => x.UserId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "FormerPassword",
            columns: table => new
            {
                Id = table.Column<int>(type: "integer", nullable: false)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                AccountId = table.Column<int>(type: "integer", nullable: false),
                Hash = table.Column<string>(type: "text", nullable: false),
                ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FormerPassword", x => x.Id);
                table.ForeignKey(
                    name: "FK_FormerPassword_Account_AccountId",
                    column: x => x.AccountId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "AccountRole",
            columns: table => new
            {
                UserId = table.Column<int>(type: "integer", nullable: false),
                RoleId = table.Column<int>(type: "integer", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountRole", x => new { x.UserId, x.RoleId });
                table.ForeignKey(
                    name: "FK_AccountRole_Account_UserId",
                    column: x => x.UserId,
                    principalTable: "Account",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "FK_AccountRole_Role_RoleId",
                    column: x => x.RoleId,
                    principalTable: "Role",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Restrict);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Account_NormalizedUserName",
            table: "Account",
            column: "NormalizedUserName",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_AccountRole_RoleId",
            table: "AccountRole",
            column: "RoleId");

        migrationBuilder.CreateIndex(
            name: "IX_AccountSession_AccountId_EndedAt",
            table: "AccountSession",
            columns: new[] { "AccountId", "EndedAt" });

        migrationBuilder.CreateIndex(
            name: "IX_AuditEntry_At",
            table: "AuditEntry",
            column: "At");

        migrationBuilder.CreateIndex(
            name: "IX_AuditEntry_Number",
            table: "AuditEntry",
            column: "Number",
            unique: true);

        migrationBuilder.CreateIndex(
            name: "IX_AuditEntry_Subject_SubjectId",
            table: "AuditEntry",
            columns: new[] { "Subject", "SubjectId" });

        migrationBuilder.CreateIndex(
            name: "IX_FormerPassword_AccountId",
            table: "FormerPassword",
            column: "AccountId");

        migrationBuilder.CreateIndex(
            name: "IX_Role_NormalizedName",
            table: "Role",
            column: "NormalizedName",
            unique: true);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "AccountClaim");

        migrationBuilder.DropTable(
            name: "AccountLogin");

        migrationBuilder.DropTable(
            name: "AccountRole");

        migrationBuilder.DropTable(
            name: "AccountSession");

        migrationBuilder.DropTable(
            name: "AccountToken");

        migrationBuilder.DropTable(
            name: "AuditEntry");

        migrationBuilder.DropTable(
            name: "FormerPassword");

        migrationBuilder.DropTable(
            name: "ProtectionKey");

        migrationBuilder.DropTable(
            name: "RoleClaim");

        migrationBuilder.DropTable(
            name: "Role");

        migrationBuilder.DropTable(
            name: "Account");
    }
}
