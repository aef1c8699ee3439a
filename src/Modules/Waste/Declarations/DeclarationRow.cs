using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Declarations;

/// <summary>What an enterprise owes, and whether it has handed it in.</summary>
/// <param name="Unit">Class that it follows from.</param>
/// <param name="Filed">What is registered of it.</param>
/// <param name="Ledger">Generated in the period by the ledger, t; of a plan, the sum of its lines; <see langword="null"/> for a plan without lines.</param>
public sealed record DeclarationRow(int EnterpriseId, string Enterprise, WasteUnitClass Unit, Declaration Declaration, WasteDeclaration? Filed, double? Ledger, DateOnly Today)
{
    public const string InTime = "已报";
    public const string Late = "逾期补报";
    public const string Waiting = "待报";
    public const string Overdue = "逾期未报";

    /// <summary>In the order of urgency.</summary>
    public static readonly IReadOnlyList<string> States = [Overdue, Waiting, Late, InTime];

    public string State => Filed is null ? Today > Declaration.DueOn ? Overdue : Waiting : Filed.DaysLate > 0 ? Late : InTime;

    /// <summary>0 for what is most urgent.</summary>
    public int Rank => State switch { Overdue => 0, Waiting => 1, Late => 2, _ => 3 };

    /// <summary>Days after the last one that was in time, until today or until it came.</summary>
    public int DaysLate => Filed is null ? Math.Max(0, Today.DayNumber - Declaration.DueOn.DayNumber) : Filed.DaysLate ?? 0;

    /// <summary>The period is over, so that it can be handed in; a plan can be at any time.</summary>
    public bool CanBeFiled => Filed is null && (Declaration.Kind == DeclarationKind.Plan || Today > Declaration.Last);

    /// <summary>What was declared less what the ledger has, t.</summary>
    public double? Difference => Filed?.Tonnes - Ledger is { } difference ? Math.Round(difference, 6) : null;

    public bool Differs => Difference is { } difference && Math.Abs(difference) > WasteWords.Gram;
}
