using System.ComponentModel.DataAnnotations;

namespace InfoMonitor.Domain;

/// <summary>Holds every text of a list that is an option; who tells what is wrong can name its place in the list.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class EachAttribute : ValidationAttribute
{
    /// <summary>One that is good: the check of a configuration goes on with it.</summary>
    public abstract string Example { get; }

    /// <summary>What is wrong with one of them, and what to write; null when nothing is.</summary>
    public abstract string? FaultOf(string text);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var faults = ((IEnumerable<string>?)value ?? []).Select(FaultOf).OfType<string>().ToArray();
        return faults is [] ? ValidationResult.Success : new ValidationResult(string.Join(' ', faults), [validationContext.MemberName!]);
    }
}
