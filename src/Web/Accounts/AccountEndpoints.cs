using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Accounts;

/// <summary>Accounts, roles and the audit log for programs; the same rights as on the pages.</summary>
internal static class AccountEndpoints
{
    private const int LargestExport = 100_000;

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        var accounts = api.MapGroup("/accounts").WithTags("账户").RequireAuthorization(Permissions.ManageAccounts);
        accounts.MapGet("/", async (string? text, int? skip, int? take, AccountService service, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return await service.Search(text, first, count, token);
        }).WithSummary("账户列表");
        accounts.MapPost("/", async (AccountInput input, AccountService service, CancellationToken token) => Answer(await service.Create(input, token)))
            .RequireAuthorization(Permissions.EditAccounts).WithSummary("建立账户；返回一次性口令");
        accounts.MapPost("/{id:int}/reset", async (int id, AccountService service, CancellationToken token) => Answer(await service.ResetPassword(id, token)))
            .RequireAuthorization(Permissions.EditAccounts).WithSummary("重置口令和双因素验证；管理员须两人办理");
        accounts.MapPost("/{id:int}/unlock", async (int id, AccountService service, CancellationToken token) => Answer(Done(await service.Unlock(id, token))))
            .RequireAuthorization(Permissions.EditAccounts).WithSummary("解除登录锁定");
        accounts.MapPost("/{id:int}/disabled", async (int id, DisabledInput input, AccountService service, CancellationToken token) =>
            Answer(Done(await service.SetDisabled(id, input.IsDisabled, token)))).RequireAuthorization(Permissions.EditAccounts).WithSummary("停用或启用");
        accounts.MapPut("/{id:int}/roles", async (int id, int[] roles, AccountService service, CancellationToken token) => Answer(Done(await service.Grant(id, roles, token))))
            .RequireAuthorization(Permissions.GrantRoles).WithSummary("授予角色");
        var roles = api.MapGroup("/roles").WithTags("账户").RequireAuthorization(Permissions.ManageAccounts);
        roles.MapGet("/", async (AccountService service, CancellationToken token) => (await service.Roles(token)).Select(RoleView.Of)).WithSummary("角色");
        roles.MapPost("/", async (RoleInput input, AccountService service, CancellationToken token) => Answer(RoleView.Of(await service.SaveRole(null, input, token))))
            .RequireAuthorization(Permissions.GrantRoles).WithSummary("新建角色");
        roles.MapPut("/{id:int}", async (int id, RoleInput input, AccountService service, CancellationToken token) => Answer(RoleView.Of(await service.SaveRole(id, input, token))))
            .RequireAuthorization(Permissions.GrantRoles).WithSummary("修改角色");

        var administrators = api.MapGroup("/administrators").WithTags("账户").RequireAuthorization(Permissions.ResetAdministrators);
        administrators.MapGet("/", (AdministratorResets resets, CancellationToken token) => resets.All(token)).WithSummary("三类管理员及待确认的重置申请");
        administrators.MapPost("/{id:int}/reset", async (int id, AdministratorResets resets, CancellationToken token) => Answer(await resets.Request(id, token)))
            .WithSummary("申请重置另一类管理员；返回一次性口令的前半");
        administrators.MapPost("/{id:int}/reset/confirm", async (int id, AdministratorResets resets, CancellationToken token) => Answer(await resets.Confirm(id, token)))
            .WithSummary("由第三类管理员确认；返回一次性口令的后半");
        administrators.MapDelete("/{id:int}/reset", async (int id, AdministratorResets resets, CancellationToken token) => Answer(await resets.Withdraw(id, token))).WithSummary("撤销重置申请");

        var audit = api.MapGroup("/audit").WithTags("审计").RequireAuthorization(Permissions.ViewAudit);
        audit.MapGet("/", Search).WithSummary("审计日志，最新在前");
        audit.MapGet("/check", (AuditChain chain, CancellationToken token) => chain.Check(token)).WithSummary("校验审计日志的连续性");
        audit.MapGet("/export", Export).WithSummary("导出 Excel，至多 100000 条");
    }

    private static async Task<Page<AuditEntry>> Search(
        AuditLog log, string? who, string? action, string? subject, string? subjectId, DateTime? from, DateTime? to, int? skip, int? take, CancellationToken token)
    {
        var (first, count) = Problems.Page(skip, take);
        return await log.Search(new AuditFilter(who, action, subject, subjectId, from?.ToUniversalTime(), to?.ToUniversalTime()), first, count, token);
    }

    private static async Task<IResult> Export(AuditLog log, TimeProvider clock, string? who, string? action, string? subject, DateTime? from, DateTime? to, CancellationToken token)
    {
        var page = await log.Search(new AuditFilter(who, action, subject, null, from?.ToUniversalTime(), to?.ToUniversalTime()), 0, LargestExport, token);
        if (page.Total > LargestExport)
            return Problems.Bad("too-many", $"共 {page.Total} 条，一次至多导出 {LargestExport} 条，请按时间分段导出。", "from");
        await log.Write("导出", "审计日志", "", $"{page.Items.Count} 条", token);
        List<Dictionary<string, object?>> rows = [.. page.Items.Select(entry => new Dictionary<string, object?>
        {
            ["序号"] = entry.Number,
            ["时间"] = ParkTime.FromUtc(entry.At),
            ["操作人"] = entry.Who,
            ["程序"] = entry.Program,
            ["来自"] = entry.Remote,
            ["操作"] = entry.Action,
            ["对象"] = entry.Subject,
            ["编号"] = entry.SubjectId,
            ["内容"] = entry.Detail,
            ["印记"] = entry.Seal,
        })];
        return Results.File(await SheetWriter.Write("审计日志", rows, token), SheetWriter.MediaType, $"审计日志-{clock.ParkNow():yyyyMMddHHmm}.xlsx");
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Outcome<T> outcome) => outcome.IsOk ? TypedResults.Ok(outcome.Value) : Problems.Of(outcome.Problem);

    /// <summary>Without the account's hashes.</summary>
    private static Outcome<AccountDone> Done(Outcome<Account> outcome) => outcome.IsOk ? new AccountDone(outcome.Value.Id) : outcome.Problem;
}

/// <summary>Whether the account is to be disabled.</summary>
internal sealed record DisabledInput(bool IsDisabled);

/// <summary>The account that was changed.</summary>
internal sealed record AccountDone(int Id);

/// <summary>A role for programs.</summary>
internal sealed record RoleView(int Id, string Name, string Title, string Purpose, Administration Administration, bool IsOfEnterprise, IReadOnlyList<string> Permissions, Desk Desk)
{
    public static RoleView Of(Role role) => new(role.Id, role.Name!, role.Title, role.Purpose, role.Administration, role.IsOfEnterprise, role.Permissions, role.Desk);

    public static Outcome<RoleView> Of(Outcome<Role> outcome) => outcome.IsOk ? Of(outcome.Value) : outcome.Problem;
}
