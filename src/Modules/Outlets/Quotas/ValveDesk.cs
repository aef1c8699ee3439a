using EcoPark.Contracts;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Commands;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>An order with what came of it.</summary>
/// <param name="IsDone">Executed; null while nobody knows.</param>
public sealed record ValveOrderView(ValveOrder Order, string Way, string Answer, bool? IsDone);

/// <summary>Has valves opened and shut: by command 3021 where the filing says how, otherwise by hand. Every order is kept.</summary>
public sealed class ValveDesk(IDbContextFactory<ParkDb> databases, OutletBook book, IDeviceRegistry registry, ICommandCenter commands, AuditLog audit, TimeProvider clock)
{
    private static readonly Problem Forbidden = new("forbidden", "没有控制排污阀门的权限。");

    public async Task<Outcome<ValveOrder>> Order(PointId point, bool isShutting, string why, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(OutletPermissions.OperateValves))
            return Forbidden;
        if (why.Trim().Length is 0 or > 500)
            return new Problem("why", "请写明开关阀门的原因，至多 500 字。", "why");
        if (await book.Find(point, cancellationToken).ConfigureAwait(false) is not { } outlet)
            return new Problem("not-found", "没有这个排口。");
        var order = new ValveOrder { EnterpriseId = outlet.EnterpriseId, PointId = point.Value, IsShutting = isShutting, Why = why.Trim(), By = Actor.Current.Name, At = clock.UtcNow() };
        await audit.Write(isShutting ? "关阀" : "开阀", "排口", point.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), why.Trim(), cancellationToken).ConfigureAwait(false);
        if (outlet.Filing is { ValveCode.Length: > 0 } filing && outlet.Channels.Select(registry.Current.DeviceOf).FirstOrDefault(device => device is not null) is { } device)
        {
            // HJ 212 has no command for valves: a parameter that logger and park have agreed on, 0 shut and 1 open.
            var who = Actor.Current.Name;
            using var turn = Actor.As(Actor.System); // Who may shut valves need not be one who may send any command.
            var request = Request.SetDeviceParameter(filing.ValveFactor, filing.ValveCode, isShutting ? "0" : "1");
            var sent = await commands.Send(device.Mn, request, who, cancellationToken).ConfigureAwait(false);
            if (!sent.IsOk)
                return sent.Problem;
            order.CommandId = sent.Value.Id;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        db.Add(order);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return order;
    }

    /// <summary>Records what came of an order by hand.</summary>
    public async Task<Outcome<ValveOrder>> Answer(int id, string answer, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(OutletPermissions.OperateValves))
            return Forbidden;
        if (answer.Trim().Length is 0 or > 500)
            return new Problem("answer", "请填写执行结果，至多 500 字。", "answer");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<ValveOrder>().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { } order)
            return new Problem("not-found", "没有这条阀门指令。");
        if (order.CommandId is not null)
            return new Problem("sent", "这条指令由数采仪执行，结果以设备应答为准。");
        if (order.AnsweredAt is not null)
            return new Problem("answered", $"{order.AnsweredBy}已登记了执行结果。");
        (order.Answer, order.AnsweredBy, order.AnsweredAt) = (answer.Trim(), Actor.Current.Name, clock.UtcNow());
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return order;
    }

    /// <summary>The newest orders of an outlet, or of all.</summary>
    public async Task<IReadOnlyList<ValveOrderView>> Newest(PointId? point, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var wanted = point?.Value;
        var orders = await db.Set<ValveOrder>().AsNoTracking().Where(order => wanted == null || order.PointId == wanted).OrderByDescending(order => order.Id).Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
        var ids = orders.Select(order => order.CommandId).OfType<long>().ToList();
        var records = await db.Set<CommandRecord>().IgnoreQueryFilters([RegistryModel.OfPark]).AsNoTracking().Where(record => ids.Contains(record.Id)).ToDictionaryAsync(record => record.Id, cancellationToken).ConfigureAwait(false);
        return [.. orders.Select(order => order.CommandId is { } command ? Of(order, records.GetValueOrDefault(command)) : new ValveOrderView(order, "人工操作", order.AnsweredAt is null ? "待登记结果" : $"{order.Answer}（{order.AnsweredBy}）", order.AnsweredAt is null ? null : true))];
    }

    private static ValveOrderView Of(ValveOrder order, CommandRecord? record) => record is null ? new(order, "数采仪", "命令记录已不在", null) : new(
        order, $"数采仪 {record.Mn}，命令 3021", record.State switch
        {
            CommandState.Sent => "已下发，等待应答",
            CommandState.Accepted => "数采仪已接受，等待执行结果",
            CommandState.Succeeded => "执行成功",
            CommandState.NotConnected => "数采仪未连接，未执行",
            CommandState.TimedOut => "没有应答",
            _ => $"数采仪拒绝：{record.Detail}",
        },
        record.State switch { CommandState.Succeeded => true, CommandState.Sent or CommandState.Accepted => null, _ => false });
}
