namespace Codecs;

/// <summary>A message that this payload may be: it is shown decoded. Without a tag, a single case is what the payload is.</summary>
/// <typeparam name="T">A message.</typeparam>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class CaseAttribute<T> : Attribute where T : allows ref struct;
