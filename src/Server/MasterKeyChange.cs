using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Operation;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Server;

/// <summary>
/// --change-master-key: everything that is sealed is sealed under a new key, and the audit chain is proven anew with it. The park's database changes in one transaction; what comes after
/// it may be cut off and is taken up when the command is given again. The new key is <c>EcoPark:NewMasterKey</c>, or made where the old one lies in the data folder.
/// </summary>
internal static class MasterKeyChange
{
    /// <summary>Setting of the key that comes.</summary>
    public const string NewKey = "EcoPark:NewMasterKey";

    private const string OldFile = "master.key";
    private const string NewFile = "master.key.new";

    /// <summary>A node that is up has reported within this time.</summary>
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(30);

    /// <summary>Why the platform must not start: a change was cut off, or the key is not the one that the database was sealed with.</summary>
    public static async Task<string?> Objection(IServiceProvider services, IConfiguration settings, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings["EcoPark:MasterKey"]) && File.Exists(PathOf(services, NewFile)))
            return "更换主密钥没有做完，平台没有启动。请再次执行 --change-master-key，它会接着做完。";
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
        return await ParkSeals.Open(db, services.GetRequiredService<SecretBox>(), cancellationToken) ? null
            : "主密钥与数据库不符，平台没有启动，数据未改动。请核对 EcoPark:MasterKey（或数据文件夹中的 master.key）；刚更换过主密钥的，请改用新密钥。";
    }

    /// <returns>Exit code.</returns>
    public static async Task<int> Run(IServiceProvider services, IConfiguration settings, CancellationToken cancellationToken)
    {
        Actor.Become(Actor.System);
        if (await Keys(services, settings, cancellationToken) is not { } keys)
            return 1;
        var (old, fresh) = keys;
        var chain = services.GetRequiredService<AuditChain>();
        var audit = settings.GetSection(AuditOptions.Section).Get<AuditOptions>() ?? new();
        var newSeal = AuditSeal.Open(audit.Key, fresh.Derive);
        await using (var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken))
        {
            if (await ParkSeals.Open(db, old, cancellationToken))
            {
                // A chain that is not whole must not be proven anew: the forgery would be proven with it.
                while (await chain.SealNew(cancellationToken) > 0)
                {
                }

                if (await chain.Check(cancellationToken) is { IsWhole: false } report)
                    return Refuse($"审计日志不完整：{report.Finding}查清之前不能更换主密钥，数据未改动。");
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var count = await ParkSeals.Change(db, old, fresh, cancellationToken);
                var entries = await AuditChain.Renew(db, newSeal, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                Console.WriteLine($"业务库 {count} 项已改用新密钥加密，审计日志 {entries} 条已重新证明。");
            }
        }

        if (string.IsNullOrWhiteSpace(audit.Key))
            await services.GetRequiredService<AuditHeads>().Renew(newSeal, await chain.Last(cancellationToken), cancellationToken);
        foreach (var store in services.GetServices<ISealedStore>())
        {
            var (count, unopened) = await store.Change(old, fresh, cancellationToken);
            Console.WriteLine($"{store.Title} {count} 项已改用新密钥加密{(unopened == 0 ? "" : $"，{unopened} 项在更早的密钥下，两个密钥都打不开，原样保留")}。");
        }

        return Finish(services, settings);
    }

    private static async Task<(SecretBox Old, SecretBox Fresh)?> Keys(IServiceProvider services, IConfiguration settings, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken);
        var since = services.GetRequiredService<TimeProvider>().UtcNow() - Alive;
        if (await db.Set<NodeReportRow>().Where(row => row.At > since).Select(row => row.Node).FirstOrDefaultAsync(cancellationToken) is { } running)
            return Nothing($"节点 {running} 仍在运行（30 秒内有上报）。请先停止全部节点，再更换主密钥。");
        var sm4 = string.Equals(settings["EcoPark:Cipher"], "SM4", StringComparison.OrdinalIgnoreCase);
        var (isSet, given) = (!string.IsNullOrWhiteSpace(settings["EcoPark:MasterKey"]), settings[NewKey]);
        if (isSet && string.IsNullOrWhiteSpace(given))
            return Nothing("主密钥在设置里：请把新密钥（64 位十六进制数字）放在设置 EcoPark:NewMasterKey（文件或环境变量）里，再执行。");
        if (isSet && (given!.Trim().Length != 64 || !given.Trim().All(char.IsAsciiHexDigit)))
            return Nothing("EcoPark:NewMasterKey 应为 64 位十六进制数字（32 字节）。");
        if (!isSet && !File.Exists(PathOf(services, NewFile)))
            SecretBox.CreateKeyFile(PathOf(services, NewFile));
        var old = services.GetRequiredService<SecretBox>();
        var fresh = SecretBox.Open(isSet ? given : null, PathOf(services, NewFile), sm4);
        if (old.Derive("same").AsSpan().SequenceEqual(fresh.Derive("same")))
            return Nothing("新旧主密钥相同，没有更换。");
        return await ParkSeals.Open(db, old, cancellationToken) || await ParkSeals.Open(db, fresh, cancellationToken) ? (old, fresh)
            : Nothing("现在的主密钥与数据库不符，没有更换。请核对 EcoPark:MasterKey（或数据文件夹中的 master.key）。");
    }

    private static int Finish(IServiceProvider services, IConfiguration settings)
    {
        if (string.IsNullOrWhiteSpace(settings["EcoPark:MasterKey"]))
        {
            File.Move(PathOf(services, NewFile), PathOf(services, OldFile), overwrite: true);
            Console.WriteLine("主密钥已更换，新密钥在数据文件夹的 master.key 里。请另行保存它，并销毁旧密钥的备份；旧备份的数据库只能用旧密钥打开。");
            return 0;
        }

        Console.WriteLine("主密钥已更换。请把 EcoPark:MasterKey 改为新密钥、去掉 EcoPark:NewMasterKey 后启动全部节点；旧备份的数据库只能用旧密钥打开。");
        return 0;
    }

    private static (SecretBox, SecretBox)? Nothing(string why)
    {
        Refuse(why);
        return null;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    private static string PathOf(IServiceProvider services, string file) => services.GetRequiredService<DatabaseOptions>().PathOf(file);
}
