using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EcoPark.Server.Data.Migrations.Sqlite;

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
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                DisplayName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                Department = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                EnterpriseId = table.Column<int>(type: "INTEGER", nullable: true),
                IsDisabled = table.Column<bool>(type: "INTEGER", nullable: false),
                MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                PasswordChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                LastSignInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                UserName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                Email = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Account", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AccountClaim",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                UserId = table.Column<int>(type: "INTEGER", nullable: false),
                ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountClaim", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AccountLogin",
            columns: table => new
            {
                LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                UserId = table.Column<int>(type: "INTEGER", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
            });

        migrationBuilder.CreateTable(
            name: "AuditEntry",
            columns: table => new
            {
                Id = table.Column<long>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                At = table.Column<DateTime>(type: "TEXT", nullable: false),
                AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                Who = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                Remote = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                Subject = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                SubjectId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                Detail = table.Column<string>(type: "TEXT", nullable: false),
                Number = table.Column<long>(type: "INTEGER", nullable: true),
                Seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AuditEntry", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ProtectionKey",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Xml = table.Column<string>(type: "TEXT", nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ProtectionKey", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Role",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                Title = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                Administration = table.Column<int>(type: "INTEGER", nullable: false),
                IsOfEnterprise = table.Column<bool>(type: "INTEGER", nullable: false),
                Permissions = table.Column<string>(type: "TEXT", nullable: false),
                Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                NormalizedName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Role", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "RoleClaim",
            columns: table => new
            {
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                RoleId = table.Column<int>(type: "INTEGER", nullable: false),
                ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RoleClaim", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "AccountSession",
            columns: table => new
            {
                Id = table.Column<Guid>(type: "TEXT", nullable: false),
                AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                EndReason = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                Remote = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                Agent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                UserId = table.Column<int>(type: "INTEGER", nullable: false),
                LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                Name = table.Column<string>(type: "TEXT", nullable: false),
                Value = table.Column<string>(type: "TEXT", nullable: true)
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
                Id = table.Column<int>(type: "INTEGER", nullable: false)
                    .Annotation("Sqlite:Autoincrement", true),
                AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                Hash = table.Column<string>(type: "TEXT", nullable: false),
                ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                UserId = table.Column<int>(type: "INTEGER", nullable: false),
                RoleId = table.Column<int>(type: "INTEGER", nullable: false)
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
