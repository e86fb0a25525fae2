using InfoMonitor.Content.Classification;
using InfoMonitor.Content.Matching;

namespace InfoMonitor.Ingestion;

/// <summary>What <see cref="Assessor.Assess"/> does. The only way from a text to its assessment, and it takes no source: who published a text can weigh nothing (DESIGN 2.6).</summary>
internal delegate Assessment Judge(string? title, string text, string language, CorrectionIndex corrections);
