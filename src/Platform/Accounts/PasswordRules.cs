using EcoPark.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>What a password must be: long enough, of three kinds of characters, without names that suggest themselves, not among those that are guessed first, and none of the last ones.</summary>
internal sealed class PasswordRules(AccountOptions options, IDbContextFactory<ParkDb> databases) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var text = password ?? "";
        if (Problem(text, user) is { } problem)
            return Failed(problem);
        return await IsFormer(manager, user, text).ConfigureAwait(false)
            ? Failed($"不能与最近 {options.RememberedPasswords} 次用过的口令相同，请另设一个。")
            : IdentityResult.Success;
    }

    private string? Problem(string password, Account user)
    {
        if (password.Length < options.MinPasswordLength)
            return $"口令至少 {options.MinPasswordLength} 位，请加长。";
        if (password.Length > 128)
            return "口令至多 128 位。";
        var kinds = new[] { password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), password.Any(one => !char.IsAsciiLetterOrDigit(one)) };
        if (kinds.Count(has => has) < 3)
            return "口令须含大写字母、小写字母、数字、符号中的三类。";
        if (Within(password, user.UserName))
            return "口令不能包含用户名。";
        if (Within(password, user.DisplayName) || options.OwnNames.Any(name => Within(password, name)))
            return "口令不能包含本人、平台或园区的名称。";
        return CommonPasswords.Contains(password) ? "这个口令很常见（常用词加数字、键盘顺序或重复字符），容易被猜中，请换一个。" : null;
    }

    private static bool Within(string password, string? name) => name?.Length >= 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> IsFormer(UserManager<Account> manager, Account user, string password)
    {
        if (user.PasswordHash is null)
            return false;
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        var hashes = await db.Set<FormerPassword>().Where(former => former.AccountId == user.Id)
            .OrderByDescending(former => former.ReplacedAt).Take(options.RememberedPasswords).Select(former => former.Hash).ToListAsync().ConfigureAwait(false);
        return hashes.Prepend(user.PasswordHash).Any(hash => manager.PasswordHasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed);
    }

    private static IdentityResult Failed(string description) => IdentityResult.Failed(new IdentityError { Code = "password", Description = description });
}
